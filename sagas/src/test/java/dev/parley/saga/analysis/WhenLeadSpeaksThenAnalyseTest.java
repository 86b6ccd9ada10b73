package dev.parley.saga.analysis;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.analysis.AnalysisCommand.NoteReading;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Reading;
import dev.parley.api.analysis.Sentiment;
import dev.parley.api.meeting.Participant;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.TheLog;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenLeadSpeaksThenAnalyseTest {
    private static final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private static final AnalysisId id = AnalysisId.of(discoveryCall);
    private static final Reading nothing = new Reading(new Sentiment(Sentiment.Mood.NEUTRAL, 0.5), List.of(), "test-1");

    private final TheLog log = new TheLog(() -> now);
    private final DecidingSide decidingSide = new DecidingSide();
    private Analyst analyst = _ -> nothing;

    @Test
    void the_leads_words_are_read() {
        reaction().on(says(lenaInTheRoom, "We lose notes."));

        assertThat(decidingSide.asked())
                .containsExactly(new NoteReading(
                        id, discoveryCall, Actor.interviewer(demo), now, segment(1), "We lose notes.", nothing));
    }

    @Test
    void nobody_elses_words_are_read() {
        for (var who : List.of(aliceInTheRoom, gusInTheRoom, parleyInTheRoom))
            reaction().on(says(who, "We lose notes."));

        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void corrected_words_are_read_again_if_they_were_the_leads() {
        log.says(new SegmentAnalysed(id, discoveryCall, demo, segment(1), nothing));
        reaction().on(new SegmentCorrected(discoveryCall, segment(1), "We use notes.", "misheard"), demo.toString());
        reaction().on(new SegmentCorrected(discoveryCall, segment(2), "Hello.", "misheard"), demo.toString());

        assertThat(decidingSide.asked(NoteReading.class))
                .extracting(NoteReading::text)
                .containsExactly("We use notes.");
    }

    @Test
    void what_was_read_out_of_words_goes_with_them() {
        log.says(new SegmentAnalysed(id, discoveryCall, demo, segment(1), nothing));
        reaction().on(new SegmentRedacted(discoveryCall, segment(1), "not for the record"), demo.toString());
        reaction().on(new SegmentRedacted(discoveryCall, segment(2), "not for the record"), demo.toString());

        assertThat(decidingSide.asked(NoteReading.class))
                .extracting(NoteReading::text)
                .containsExactly("");
    }

    @Test
    void a_reading_that_the_words_do_not_bear_out_is_not_sent_and_stops_nothing() {
        var invented = new BuyingSignal(BuyingSignal.Kind.BUDGET, 0, 6, "a million", false, 0.9);
        analyst = _ -> new Reading(nothing.sentiment(), List.of(invented), "test-1");
        reaction().on(says(lenaInTheRoom, "We lose notes."));

        assertThat(decidingSide.asked()).isEmpty();
    }

    private WhenLeadSpeaksThenAnalyse reaction() {
        return new WhenLeadSpeaksThenAnalyse(log.history(), decidingSide.commands(), analyst, clock);
    }

    private static SegmentRecorded says(Participant who, String text) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                segment(1),
                who.participantId(),
                who.name(),
                who.role(),
                text,
                now,
                now.plusSeconds(3),
                Source.SPEECH);
    }
}
