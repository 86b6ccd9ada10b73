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
        "2011-12-30T10:00, Pacific/Apia, 2011-12-30T20:00:00Z", // a day that never was
        "2026-07-01T09:00, Asia/Kathmandu, 2026-07-01T03:15:00Z"
    })
    void the_instant_follows_from_the_wall_clock(String local, String zone, String instant) {
        assertThat(time(local, zone, Optional.empty()).start()).isEqualTo(Instant.parse(instant));
    }

    @Test
    void the_second_occurrence_can_be_chosen() {
        var second = time("2026-11-01T01:30", "America/New_York", Optional.of(ZoneOffset.ofHours(-5)));
        assertThat(second.start()).isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void an_offset_that_is_not_valid_then_and_there_is_refused() {
        assertThatThrownBy(() -> time("2026-12-01T09:00", "America/New_York", Optional.of(ZoneOffset.ofHours(2))))
                .isInstanceOf(Refused.class)
                .hasToString("OFFSET_NOT_VALID_HERE (offset)");
    }

    @Test
    void duration_is_elapsed_time_even_across_a_shift() {
        var time = time("2026-03-29T01:45", "Europe/Berlin", Optional.empty());
        assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofMinutes(30));
    }

    private static MeetingTime time(String local, String zone, Optional<ZoneOffset> offset) {
        return new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), Duration.ofMinutes(30), offset);
    }
}
