package dev.parley.command.transcript;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.api.transcript.TranscriptRefusal.NOT_YOUR_WORDS;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_UNKNOWN;
import static dev.parley.command.transcript.TranscriptOfTheCall.carryOut;
import static dev.parley.command.transcript.TranscriptOfTheCall.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Actor;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.Participant;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.TranscriptCommand.RecordGap;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where words may be missing the transcript says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingGapsTest {
    private final TranscriptOfTheCall transcript = new TranscriptOfTheCall();

    @Test
    void puts_a_gap_where_words_would_stand() {
        assertThat(noted(gapOf(as(lena), lenaInTheRoom, 2))).isZero();
        assertThat(transcript.stored())
                .containsExactly(new TranscriptGapRecorded(
                        discoveryCall,
                        demo,
                        segment(2),
                        lenaInTheRoom.participantId(),
                        lenaInTheRoom.name(),
                        lenaInTheRoom.role(),
                        now.minusSeconds(3),
                        now,
                        GapCause.RECOGNISER));
    }

    @Test
    void notes_it_once_however_often_it_is_told() {
        noted(gapOf(as(lena), lenaInTheRoom, 2));
        assertThat(noted(gapOf(as(lena), lenaInTheRoom, 2))).isZero();
        assertThat(transcript.stored()).hasSize(1);
    }

    @Test
    void takes_nobodys_word_for_somebody_else() {
        refuses(NOT_YOUR_WORDS, gapOf(as(lena), aliceInTheRoom, 2));
        noted(gapOf(as(lena), lenaInTheRoom, 2));
        refuses(NOT_YOUR_WORDS, gapOf(alice, aliceInTheRoom, 2));
    }

    @Test
    void knows_nothing_of_people_who_have_not_agreed_to_be_transcribed() {
        refuses(NO_CONSENT, gapOf(as(gus), gusInTheRoom, 2));
    }

    @Test
    void is_no_segment_that_words_could_take_or_a_correction_could_fill() {
        noted(gapOf(as(lena), lenaInTheRoom, 2));
        transcript.recorded(saying(as(lena), lenaInTheRoom, 2, "After all."));
        assertThat(transcript.stored()).hasSize(1);
        transcript.refusesCorrection(SEGMENT_UNKNOWN, "segmentId", alice, 2, null);
    }

    @Test
    void does_not_end_before_it_begins() {
        assertThatThrownBy(() -> gapOf(as(lena), lenaInTheRoom, 2, Duration.ofSeconds(-1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(ShapeRefusal.MALFORMED_TIME));
    }

    private Long noted(RecordGap gap) {
        return carryOut(() -> transcript.handler.handle(gap));
    }

    private void refuses(Refusal refusal, RecordGap gap) {
        assertThatThrownBy(() -> noted(gap))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static RecordGap gapOf(Actor by, Participant who, int number) {
        return gapOf(by, who, number, Duration.ofSeconds(3));
    }

    private static RecordGap gapOf(Actor by, Participant who, int number, Duration lasting) {
        return new RecordGap(
                discoveryCall,
                by,
                now,
                segment(number),
                who.participantId(),
                now.minus(lasting),
                now,
                GapCause.RECOGNISER);
    }
}
