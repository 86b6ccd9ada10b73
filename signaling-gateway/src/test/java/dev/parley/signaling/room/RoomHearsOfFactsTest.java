package dev.parley.signaling.room;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.answered;
import static dev.parley.signaling.room.TheRoom.asked;
import static dev.parley.signaling.room.TheRoom.interview;
import static dev.parley.signaling.room.TheRoom.lena;
import static dev.parley.signaling.room.TheRoom.recipients;
import static dev.parley.signaling.room.TheRoom.recorded;
import static dev.parley.signaling.room.TheRoom.seated;
import static dev.parley.signaling.room.TheRoom.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.transcript.Source;
import dev.parley.signaling.frame.ServerFrame;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What happened to the meeting and its interview, as the people in the room are told it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomHearsOfFactsTest {
    private final TheRoom the = new TheRoom();
    private final Room room = the.room;

    @Test
    void the_interviewer_takes_its_seat() {
        the.present(aliceInTheRoom);

        assertThat(told(room.on(seated())))
                .containsExactly(
                        alice + " joined Parley", alice + " interviewer LISTENING", alice + " progress 0/0/0 of 4");
        assertThat(room.on(aDiscoveryCall().interviewerJoined())).isEmpty();
    }

    @Test
    void the_interviewer_says_what_it_is() {
        the.present(lenaInTheRoom);
        room.on(seated());

        assertThat(told(room.on(aDiscoveryCall().disclosed())))
                .containsExactly(
                        lena + " interviewer SPEAKING",
                        lena + " speech DISCLOSURE I am an AI. I write down what we say. Is that all right?",
                        lena + " caption I am an AI. I write down what we say. Is that all right?");
    }

    @Test
    void consent_is_told_to_everybody_and_is_seen_by_later_comers() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        var deliveries = room.on(aDiscoveryCall().leadConsented());

        assertThat(recipients(deliveries)).containsExactly(alice, lena);
        assertThat(deliveries)
                .allSatisfy(delivery -> assertThat(delivery.letter().from()).contains(lena));
        assertThat(room.participants())
                .filteredOn(ServerFrame.Present::consented)
                .extracting(ServerFrame.Present::participantId)
                .containsExactly(lena);
    }

    @Test
    void a_question_is_asked_heard_and_answered() {
        the.present(lenaInTheRoom);
        room.on(seated());

        assertThat(told(room.on(asked())))
                .containsExactly(
                        lena + " interviewer SPEAKING",
                        lena + " speech QUESTION What should get better?",
                        lena + " caption What should get better?",
                        lena + " progress 1/0/0 of 4");
        assertThat(told(room.speechIsOver(segment(9)))).containsExactly(lena + " interviewer LISTENING");
        assertThat(told(room.on(recorded(1, lenaInTheRoom, "Everything", Source.SPEECH))))
                .containsExactly(lena + " interviewer THINKING");
        assertThat(told(room.on(answered()))).containsExactly(lena + " progress 1/1/0 of 4");
    }

    @Test
    void it_goes_on_thinking_after_it_asked_for_a_moment() {
        the.present(lenaInTheRoom);
        room.on(seated());
        room.on(recorded(1, lenaInTheRoom, "Everything", Source.SPEECH));

        assertThat(told(room.on(new MomentAsked(interview, discoveryCall, "One moment", segment(9)))))
                .containsExactly(
                        lena + " interviewer SPEAKING", lena + " speech TURN One moment", lena + " caption One moment");
        assertThat(told(room.speechIsOver(segment(9)))).containsExactly(lena + " interviewer THINKING");
    }

    @Test
    void words_of_others_are_no_reason_to_think() {
        the.present(lenaInTheRoom);
        room.on(seated());

        assertThat(told(room.on(recorded(1, gusInTheRoom, "Hello", Source.SPEECH))))
                .containsExactly(lena + " caption Hello");
    }

    @Test
    void an_interruption_is_heard_and_its_end_is_not_announced() {
        the.present(lenaInTheRoom);
        room.on(seated());
        room.on(asked());
        room.on(recorded(1, lenaInTheRoom, "Wait", Source.SPEECH));

        assertThat(room.speechIsOver(segment(9))).isEmpty();
    }

    @Test
    void the_interviewers_own_words_in_the_transcript_are_not_said_again() {
        the.present(lenaInTheRoom);
        room.on(seated());
        room.on(asked());

        assertThat(room.on(recorded(9, parleyInTheRoom, "What should get better?", Source.INTERVIEWER)))
                .isEmpty();
    }

    @Test
    void a_skipped_question_counts() {
        the.present(lenaInTheRoom);
        room.on(seated());

        assertThat(told(room.on(new QuestionSkipped(
                        interview, discoveryCall, Samples.timing.questionId(), MoveReason.TIME_IS_SHORT))))
                .containsExactly(lena + " progress 0/0/1 of 4");
    }

    @Test
    void a_pause_is_shown_and_ends() {
        the.present(lenaInTheRoom);
        room.on(seated());

        assertThat(told(room.on(new InterviewPaused(interview, discoveryCall, "coffee"))))
                .containsExactly(lena + " interviewer PAUSED");
        assertThat(room.on(recorded(1, lenaInTheRoom, "Mmh", Source.SPEECH))).isEmpty();
        assertThat(told(room.on(new InterviewResumed(interview, discoveryCall))))
                .containsExactly(lena + " interviewer LISTENING");
    }

    @Test
    void after_its_goodbye_the_interviewer_rests() {
        the.present(lenaInTheRoom);
        room.on(seated());
        room.on(new TurnTaken(interview, discoveryCall, 3, "Goodbye", MoveReason.CLOSING, segment(9)));

        assertThat(room.on(new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED)))
                .isEmpty();
        assertThat(told(room.speechIsOver(segment(9)))).containsExactly(lena + " interviewer IDLE");
    }

    @Test
    void the_meeting_starts_and_ends_for_everybody() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.on(aDiscoveryCall().started())))
                .containsExactly(alice + " status ACTIVE", lena + " status ACTIVE");
        assertThat(told(room.on(aDiscoveryCall().lobbyOpened()))).isEmpty();
        assertThat(told(room.on(aDiscoveryCall().ended())))
                .containsExactly(alice + " ended interview complete", lena + " ended interview complete");
        assertThat(room.proceedings().status().isOver()).isTrue();
    }

    @Test
    void a_cancelled_meeting_ends_too() {
        the.present(lenaInTheRoom);

        assertThat(told(room.on(aDiscoveryCall().cancelled()))).containsExactly(lena + " ended Alice is ill");
    }
}
