package dev.parley.infra.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.ModelTrouble;
import dev.parley.saga.interview.Interviewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FallbackInterviewerTest {
    private static final Interviewer.Cue GREETING = new Interviewer.Cue(
            Interviewer.Cue.Kind.GREET, "Erin", "Call", Optional.empty(), 0, "", Optional.empty(), Map.of());

    private final MovingClock clock = new MovingClock();
    private final Flaky first = new Flaky();
    private final Interviewer interviewer =
            new FallbackInterviewer(first, new OfflineInterviewer(), clock, Duration.ofSeconds(30));

    @Test
    void asks_the_first_while_it_works() {
        assertThat(interviewer.phrase(GREETING)).isEqualTo("from the model");
    }

    @Test
    void lets_the_second_take_over_at_once_and_leaves_the_first_alone_for_a_while() {
        first.broken = true;
        assertThat(interviewer.phrase(GREETING)).contains("Erin");
        first.broken = false;
        assertThat(interviewer.phrase(GREETING)).contains("Erin");
        clock.now = clock.now.plusSeconds(31);
        assertThat(interviewer.phrase(GREETING)).isEqualTo("from the model");
        assertThat(first.calls).isEqualTo(2);
    }

    @Test
    void leaves_the_first_alone_for_as_long_as_it_asks() {
        first.rest = Duration.ofMinutes(10);
        first.broken = true;
        interviewer.phrase(GREETING);
        first.broken = false;
        clock.now = clock.now.plusSeconds(599);
        assertThat(interviewer.phrase(GREETING)).contains("Erin");
        clock.now = clock.now.plusSeconds(2);
        assertThat(interviewer.phrase(GREETING)).isEqualTo("from the model");
    }

    @Test
    void says_that_the_first_rests_and_why() {
        assertThat(interviewer.rest(clock.now)).isEmpty();
        first.broken = true;
        interviewer.phrase(GREETING);
        var until = clock.now.plusSeconds(30);
        assertThat(interviewer.rest(clock.now))
                .hasValue(new Interviewer.Rest("flaky", ModelTrouble.QUOTA_EXHAUSTED, until));
        assertThat(interviewer.rest(until)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "UNUSABLE"})
    void asks_the_first_again_at_once_when_only_that_answer_was_no_good(ModelTrouble trouble) {
        first.trouble = trouble;
        first.broken = true;
        assertThat(interviewer.phrase(GREETING)).contains("Erin");
        first.broken = false;
        assertThat(interviewer.phrase(GREETING)).isEqualTo("from the model");
    }

    private static final class Tired extends RuntimeException implements FallbackInterviewer.Trouble {
        private final Duration rest;

        private final ModelTrouble trouble;

        Tired(ModelTrouble trouble, Duration rest) {
            super("429");
            this.rest = rest;
            this.trouble = trouble;
        }

        @Override
        public ModelTrouble trouble() {
            return trouble;
        }

        @Override
        public Duration retryAfter() {
            return rest;
        }
    }

    private static final class Flaky implements Interviewer {
        private boolean broken;
        private Duration rest = Duration.ZERO;
        private ModelTrouble trouble = ModelTrouble.QUOTA_EXHAUSTED;
        private int calls;

        @Override
        public Understanding understand(Hearing hearing) {
            throw new IllegalStateException("not asked in these tests");
        }

        @Override
        public String phrase(Cue cue) {
            calls++;
            if (broken) throw new Tired(trouble, rest);
            return "from the model";
        }

        @Override
        public String name() {
            return "flaky";
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-12-01T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
