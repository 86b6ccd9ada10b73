package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.MALFORMED_INSTANT;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Refused;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestBookingBodyTest {
    @Test
    void begins_at_a_whole_minute() {
        assertThat(GuestBookingBody.minute("2026-12-01T14:05:00Z")).isEqualTo(Instant.parse("2026-12-01T14:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T14:05:01Z", "2026-12-01T14:05:00.001Z", "tomorrow", "2026-12-01"})
    void refuses_what_is_no_instant_of_a_whole_minute(String start) {
        var refusal = assertThrows(Refused.class, () -> GuestBookingBody.minute(start));

        assertThat(refusal, refused(MALFORMED_INSTANT, "start"));
    }
}
