package dev.parley.command.transcript;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.transcript.TranscriptRefusal.NOT_YOUR_WORDS;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_UNKNOWN;
import static dev.parley.command.transcript.TranscriptOfTheCall.carryOut;
import static dev.parley.command.transcript.TranscriptOfTheCall.correction;
import static dev.parley.command.transcript.TranscriptOfTheCall.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;

import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was misheard is put right; what was heard first stays in the log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectingWordsTest {
    private final TranscriptOfTheCall transcript = new TranscriptOfTheCall();

    @Test
    void keeps_what_was_heard_first() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
        assertThat(transcript.corrected(bob, 1, "We need a fast machine.")).isEqualTo(1);
        assertThat(transcript.stored())
                .last()
                .isEqualTo(new SegmentCorrected(discoveryCall, segment(1), "We need a fast machine.", "misheard"));
    }

    @Test
    void is_for_who_said_it_too() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
        assertThat(transcript.corrected(as(lena), 1, "We need a fast machine.")).isEqualTo(1);
    }

    @Test
    void is_not_for_other_guests() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
        transcript.refusesCorrection(NOT_YOUR_WORDS, "segmentId", as(gus), 1, null);
    }

    @Test
    void never_stores_the_number_of_a_card_either() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "It is for one."));
        transcript.corrected(alice, 1, "It is 4111 1111 1111 1111.");
        assertThat(transcript.stored())
                .last()
                .isEqualTo(
                        new SegmentCorrected(discoveryCall, segment(1), "It is [card number withheld].", "misheard"));
        assertThat(transcript.corrected(bob, 1, "It is 4111 1111 1111 1111.")).isEqualTo(1);
    }

    @Test
    void happens_once() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
        transcript.corrected(alice, 1, "We need a fast machine.");
        assertThat(transcript.corrected(bob, 1, "We need a fast machine.")).isEqualTo(1);
        assertThat(transcript.corrected(bob, 1, "We need a vast machine.")).isEqualTo(2);
        assertThat(transcript.stored()).hasSize(3);
    }

    @Test
    void changes_nothing_where_the_words_are_those() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        assertThat(transcript.corrected(alice, 1, "Hello.")).isZero();
        assertThat(transcript.stored()).hasSize(1);
    }

    @Test
    void refuses_words_that_nobody_said() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        transcript.refusesCorrection(SEGMENT_UNKNOWN, "segmentId", alice, 2, null);
    }

    @Test
    void refuses_to_overwrite_what_the_client_has_not_seen() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        transcript.recorded(saying(as(lena), lenaInTheRoom, 2, "Well."));
        transcript.refusesCorrection(VERSION_IS_STALE, "", alice, 1, 0L);
        assertThat(carryOut(() -> transcript.handler.handle(correction(alice, 1, "Hallo."), 1L)))
                .isEqualTo(2);
    }

    @Test
    void refuses_a_meeting_of_somebody_else() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        transcript.refusesCorrection(MEETING_UNKNOWN, "", eve, 1, null);
    }
}
