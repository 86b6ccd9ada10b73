package dev.parley.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingTimeTest {

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-12-01T09:00, America/New_York, 2026-12-01T14:00:00Z",
        "2026-03-08T02:30, America/New_York, 2026-03-08T07:30:00Z", // gap: an hour later
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z", // overlap: the first
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z", // a gap of half an hour
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z", // half an hour twice
        "2026-03-22T02:30, Africa/Casablanca, 2026-03-22T02:30:00Z", // back from Ramadan's clock
        "2026-02-15T02:30, Africa/Casablanca, 2026-02-15T01:30:00Z",
        "2011-12-30T10:00, Pacific/Apia, 2011-12-30T20:00:00Z", // a day that never was
        "2026-07-01T09:00, Asia/Kathmandu, 2026-07-01T03:15:00Z"
    })
    void the_instant_follows_from_the_wall_clock(String local, String zone, String instant) {
        assertThat(time(local, zone, Optional.empty()).start()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest(name = "{0} in {1} at {2} is {3}")
    @CsvSource({
        "2026-11-01T01:30, America/New_York, -05:00, 2026-11-01T06:30:00Z",
        "2026-10-25T02:30, Europe/Berlin, +01:00, 2026-10-25T01:30:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, +10:30, 2026-04-04T15:15:00Z",
        "2026-02-15T02:30, Africa/Casablanca, Z, 2026-02-15T02:30:00Z"
    })
    void the_second_occurrence_can_be_chosen(String local, String zone, String offset, String instant) {
        var second = agreed(local, zone, offset);
        assertThat(second.start()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00, America/New_York, +02:00",
        "2026-03-08T02:30, America/New_York, -05:00", // a time that never is has no offset
        "2011-12-30T10:00, Pacific/Apia, -10:00",
        "2026-07-01T09:00, Asia/Kathmandu, +05:30"
    })
    void an_offset_that_is_not_valid_then_and_there_is_refused(String local, String zone, String offset) {
        assertThatThrownBy(() -> agreed(local, zone, offset))
                .isInstanceOf(Refused.class)
                .hasToString("OFFSET_NOT_VALID_HERE (offset)");
    }

    @Test
    void an_offset_that_newer_rules_do_not_know_any_more_counts_for_nothing() {
        assertThat(time("2026-12-01T09:00", "America/New_York", Optional.of(ZoneOffset.ofHours(2)))
                        .start())
                .isEqualTo(Instant.parse("2026-12-01T14:00:00Z"));
    }

    @Test
    void a_choice_holds_as_long_as_there_are_the_same_two_to_choose_from() {
        var second = agreed("2026-11-01T01:30", "America/New_York", "-05:00");
        assertThat(second.chosenFor(LocalDateTime.parse("2026-11-01T01:30"))).contains(ZoneOffset.ofHours(-5));
        assertThat(second.chosenFor(LocalDateTime.parse("2026-11-01T01:45"))).contains(ZoneOffset.ofHours(-5));
        assertThat(second.chosenFor(LocalDateTime.parse("2026-11-02T01:30"))).isEmpty();
    }

    @ParameterizedTest(name = "90 minutes from {0} in {1} end at {2}")
    @CsvSource({
        "2026-03-08T01:00, America/New_York, 2026-03-08T03:30",
        "2026-11-01T01:00, America/New_York, 2026-11-01T01:30",
        "2026-03-29T01:45, Europe/Berlin, 2026-03-29T04:15",
        "2026-10-25T02:00, Europe/Berlin, 2026-10-25T02:30",
        "2026-10-04T01:00, Australia/Lord_Howe, 2026-10-04T03:00",
        "2026-04-05T01:00, Australia/Lord_Howe, 2026-04-05T02:00",
        "2011-12-29T23:30, Pacific/Apia, 2011-12-31T01:00",
        "2026-02-15T02:00, Africa/Casablanca, 2026-02-15T02:30",
        "2026-07-01T23:30, Asia/Kathmandu, 2026-07-02T01:00"
    })
    void duration_is_elapsed_time_even_across_a_shift(String local, String zone, String end) {
        var time =
                new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), Duration.ofMinutes(90), Optional.empty());
        assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofMinutes(90));
        assertThat(LocalDateTime.ofInstant(time.end(), time.zone())).isEqualTo(LocalDateTime.parse(end));
    }

    private static MeetingTime agreed(String local, String zone, String offset) {
        return MeetingTime.agreed(
                LocalDateTime.parse(local),
                ZoneId.of(zone),
                Duration.ofMinutes(30),
                Optional.of(ZoneOffset.of(offset)));
    }

    private static MeetingTime time(String local, String zone, Optional<ZoneOffset> offset) {
        return new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), Duration.ofMinutes(30), offset);
    }
}
