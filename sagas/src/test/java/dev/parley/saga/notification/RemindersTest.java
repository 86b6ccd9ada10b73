package dev.parley.saga.notification;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemindersTest {
    private static final Instant start = Instant.parse("2026-12-01T08:00:00Z");
    private static final List<Duration> usual = List.of(ofHours(24), ofHours(1), ofMinutes(10));

    @Test
    void a_meeting_of_next_week_gets_them_all() {
        assertThat(Reminders.of(usual, start, start.minus(ofHours(100))))
                .isEqualTo(new Reminders(Optional.empty(), List.of(ofMinutes(10), ofHours(1), ofHours(24))));
    }

    @Test
    void a_meeting_in_half_an_hour_gets_exactly_one() {
        assertThat(Reminders.of(usual, start, start.minus(ofMinutes(30))))
                .isEqualTo(new Reminders(Optional.empty(), List.of(ofMinutes(10))));
    }

    @Test
    void a_meeting_in_five_minutes_gets_exactly_one_at_once() {
        assertThat(Reminders.of(usual, start, start.minus(ofMinutes(5))))
                .isEqualTo(new Reminders(Optional.of(ofMinutes(10)), List.of()));
    }

    @Test
    void a_meeting_that_has_begun_gets_none() {
        assertThat(Reminders.of(usual, start, start)).isEqualTo(new Reminders(Optional.empty(), List.of()));
    }

    @Test
    void a_meeting_without_reminders_gets_none() {
        assertThat(Reminders.of(List.of(), start, start.minus(ofMinutes(5))))
                .isEqualTo(new Reminders(Optional.empty(), List.of()));
    }
}
