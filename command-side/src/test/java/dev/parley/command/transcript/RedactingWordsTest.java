package dev.parley.command.transcript;

import static dev.parley.api.Samples.*;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.transcript.TranscriptRefusal.NOT_YOUR_WORDS;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_REDACTED;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_UNKNOWN;
import static dev.parley.command.transcript.TranscriptOfTheCall.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Actor;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactingWordsTest {
    private final TranscriptOfTheCall transcript = new TranscriptOfTheCall();

    @BeforeEach
    void somethingWasSaid() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "My password is swordfish."));
    }

    @Test
    void says_that_and_why_but_not_what() {
        assertThat(transcript.redacted(bob, 1)).isEqualTo(1);
        assertThat(transcript.stored())
                .last()
                .isEqualTo(new SegmentRedacted(discoveryCall, segment(1), "not for the record"));
    }

    @Test
    void is_for_who_said_it_too() {
        assertThat(transcript.redacted(as(lena), 1)).isEqualTo(1);
    }

    @Test
    void happens_once() {
        transcript.redacted(alice, 1);
        assertThat(transcript.redacted(bob, 1)).isEqualTo(1);
        assertThat(transcript.stored()).hasSize(2);
    }

    @Test
    void leaves_nothing_to_correct() {
        transcript.redacted(alice, 1);
        transcript.refusesCorrection(SEGMENT_REDACTED, "segmentId", alice, 1, null);
    }

    @Test
    void is_not_undone_by_sending_the_words_again() {
        transcript.redacted(alice, 1);
        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "My password is swordfish.")))
                .isEqualTo(1);
        assertThat(transcript.stored()).hasSize(2);
    }

    @Test
    void is_refused_to_other_guests_for_words_that_nobody_said_and_to_other_tenants() {
        refuses(NOT_YOUR_WORDS, as(gus), 1);
        refuses(SEGMENT_UNKNOWN, alice, 2);
        refuses(MEETING_UNKNOWN, eve, 1);
    }

    private void refuses(Refusal refusal, Actor by, int number) {
        var refused = assertThrows(Refused.class, () -> transcript.redacted(by, number));
        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(transcript.stored()).hasSize(1);
    }
}
