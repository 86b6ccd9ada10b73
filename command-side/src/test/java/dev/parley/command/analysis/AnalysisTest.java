package dev.parley.command.analysis;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.analysis.AnalysisRefusal.ANALYSIS_UNKNOWN;
import static dev.parley.api.analysis.AnalysisRefusal.NOT_A_CONFIDENCE;
import static dev.parley.api.analysis.AnalysisRefusal.NOT_THEIR_WORDS;
import static dev.parley.api.analysis.AnalysisRefusal.TOO_MANY_SIGNALS;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisCommand.NoteReading;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Reading;
import dev.parley.api.analysis.Sentiment;
import java.util.Collections;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalysisTest {
    private static final AnalysisId id = AnalysisId.of(discoveryCall);
    private static final String WORDS = "We have a budget.";
    private static final Sentiment calm = new Sentiment(Sentiment.Mood.NEUTRAL, 0.5);
    private static final BuyingSignal budget = signal(10, 16, "budget", 0.7);

    private final FixtureConfiguration<Analysis> analysis = new AggregateTestFixture<>(Analysis.class);

    @Test
    void keeps_what_was_read() {
        analysis.givenNoPriorActivity()
                .when(note(demo, reading(budget)))
                .expectEvents(new SegmentAnalysed(id, discoveryCall, demo, segment(1), reading(budget)));
    }

    @Test
    void keeps_the_same_reading_once() {
        analysis.given(new SegmentAnalysed(id, discoveryCall, demo, segment(1), reading(budget)))
                .when(note(demo, reading(budget)))
                .expectNoEvents();
    }

    @Test
    void keeps_a_reading_of_corrected_words() {
        analysis.given(new SegmentAnalysed(id, discoveryCall, demo, segment(1), reading(budget)))
                .when(note(demo, reading()))
                .expectEvents(new SegmentAnalysed(id, discoveryCall, demo, segment(1), reading()));
    }

    @Test
    void is_not_there_for_others() {
        analysis.given(new SegmentAnalysed(id, discoveryCall, demo, segment(1), reading(budget)))
                .when(note(elsewhere, reading()))
                .expectException(refused(ANALYSIS_UNKNOWN));
    }

    @Test
    void takes_nothing_that_the_words_do_not_bear_out() {
        assertRefused(NOT_THEIR_WORDS.name(), signal(9, 15, "budget", 0.7));
        assertRefused(NOT_THEIR_WORDS.name(), signal(10, 99, "budget", 0.7));
        assertRefused(NOT_THEIR_WORDS.name(), signal(-1, 6, "budget", 0.7));
        assertRefused(NOT_A_CONFIDENCE.name(), signal(10, 16, "budget", 1.1));
        assertRefused(TOO_MANY_SIGNALS.name(), Collections.nCopies(31, budget).toArray(BuyingSignal[]::new));
    }

    private static void assertRefused(String code, BuyingSignal... signals) {
        assertThatThrownBy(() -> note(demo, reading(signals)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> org.assertj.core.api.Assertions.assertThat(
                                        no.refusal().name())
                                .isEqualTo(code));
    }

    private static NoteReading note(TenantId tenant, Reading reading) {
        return new NoteReading(id, discoveryCall, Actor.interviewer(tenant), now, segment(1), WORDS, reading);
    }

    private static Reading reading(BuyingSignal... signals) {
        return new Reading(calm, List.of(signals), "rules-1");
    }

    private static BuyingSignal signal(int from, int to, String quote, double confidence) {
        return new BuyingSignal(BuyingSignal.Kind.BUDGET, from, to, quote, false, confidence);
    }
}
