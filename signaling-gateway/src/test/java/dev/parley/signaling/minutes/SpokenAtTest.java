package dev.parley.signaling.minutes;

import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.transcript.Source;
import dev.parley.signaling.frame.ClientFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpokenAtTest {
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Test
    void a_clock_that_agrees_with_ours_is_believed() {
        assertThat(spoken(now.minusSeconds(4), now.minusSeconds(1)))
                .isEqualTo(new SpokenAt(now.minusSeconds(4), now.minusSeconds(1)));
    }

    @Test
    void a_clock_that_does_not_still_tells_how_long_it_took() {
        var anHourOff = now.plusSeconds(3_600);

        assertThat(spoken(anHourOff.minusSeconds(3), anHourOff)).isEqualTo(new SpokenAt(now.minusSeconds(3), now));
    }

    @Test
    void nobody_speaks_for_hours() {
        assertThat(spoken(now.minusSeconds(36_000), now)).isEqualTo(new SpokenAt(now.minusSeconds(600), now));
    }

    @Test
    void who_says_nothing_about_it_has_said_it_now() {
        assertThat(SpokenAt.of(words(Optional.empty(), Optional.empty()), now, SKEW))
                .isEqualTo(new SpokenAt(now, now));
    }

    private static SpokenAt spoken(Instant from, Instant to) {
        return SpokenAt.of(words(Optional.of(from), Optional.of(to)), now, SKEW);
    }

    private static ClientFrame.Segment words(Optional<Instant> from, Optional<Instant> to) {
        return new ClientFrame.Segment(segment(1), 1, true, "words", from, to, Source.SPEECH);
    }
}
