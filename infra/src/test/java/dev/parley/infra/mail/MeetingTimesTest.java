package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingTimesTest {

    @Test
    void are_told_with_the_offset_of_winter() {
        assertThat(times(at("2026-12-01T09:00", "America/New_York", 30)))
                .isEqualTo(new MeetingTimes(
                        "Tuesday, 1 December 2026",
                        "09:00–09:30",
                        "America/New_York, Eastern Standard Time, UTC-05:00",
                        "14:00–14:30 UTC"));
    }

    @Test
    void are_told_with_the_offset_of_summer() {
        assertThat(times(at("2026-07-01T09:00", "America/New_York", 30)))
                .isEqualTo(new MeetingTimes(
                        "Wednesday, 1 July 2026",
                        "09:00–09:30",
                        "America/New_York, Eastern Daylight Time, UTC-04:00",
                        "13:00–13:30 UTC"));
    }

    @Test
    void name_the_other_day_where_it_is_another_day() {
        var times = times(at("2026-12-01T07:30", "Asia/Tokyo", 30));
        assertThat(times.utc()).isEqualTo("Monday, 30 November 2026, 22:30–23:00 UTC");
        var overMidnight = times(at("2026-12-01T23:30", "Europe/Berlin", 60));
        assertThat(overMidnight.hours()).isEqualTo("23:30 – Wednesday, 2 December 2026, 00:30");
    }

    @Test
    void name_both_offsets_when_the_clocks_change_meanwhile() {
        assertThat(times(at("2026-11-01T01:30", "America/New_York", 60)).hours())
                .isEqualTo("01:30 UTC-04:00 – 01:30 UTC-05:00");
    }

    @Test
    void tell_the_time_that_holds_when_the_agreed_one_is_skipped() {
        assertThat(times(at("2026-03-08T02:30", "America/New_York", 30)).hours())
                .isEqualTo("03:30–04:00");
    }

    @Test
    void know_offsets_that_are_no_full_hours() {
        assertThat(times(at("2026-12-01T09:00", "Asia/Kathmandu", 30)).zone())
                .isEqualTo("Asia/Kathmandu, Nepal Time, UTC+05:45");
    }

    @Test
    void are_told_in_the_readers_language() {
        assertThat(MeetingTimes.of(at("2026-03-02T09:00", "Europe/Berlin", 30), Optional.empty(), Locale.GERMAN))
                .isEqualTo(new MeetingTimes(
                        "Montag, 2. März 2026",
                        "09:00–09:30",
                        "Europe/Berlin, Mitteleuropäische Normalzeit, UTC+01:00",
                        "08:00–08:30 UTC"));
    }

    @ParameterizedTest(name = "on {0} for a host in {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01T09:00 | Europe/Berlin    | 15:00–15:30 Europe/Berlin, Central European Standard Time, UTC+01:00; 14:00–14:30 UTC",
                "2026-07-01T09:00 | Europe/Berlin    | 15:00–15:30 Europe/Berlin, Central European Summer Time, UTC+02:00; 13:00–13:30 UTC",
                // Three weeks in which only America has changed its clocks.
                "2026-03-16T09:00 | Europe/Berlin    | 14:00–14:30 Europe/Berlin, Central European Standard Time, UTC+01:00; 13:00–13:30 UTC",
                "2026-12-01T20:00 | Asia/Tokyo       | Wednesday, 2 December 2026, 10:00–10:30 Asia/Tokyo, Japan Standard Time, UTC+09:00; Wednesday, 2 December 2026, 01:00–01:30 UTC",
                "2026-12-01T09:00 | America/New_York | 14:00–14:30 UTC"
            })
    void name_the_hosts_clock_where_it_is_another_one(String local, String host, String elsewhere) {
        var times = MeetingTimes.of(at(local, "America/New_York", 30), Optional.of(ZoneId.of(host)), Locale.ENGLISH);
        assertThat(times.utc()).isEqualTo(elsewhere);
    }

    private static MeetingTimes times(MeetingTime time) {
        return MeetingTimes.of(time, Optional.empty(), Locale.ENGLISH);
    }
}
