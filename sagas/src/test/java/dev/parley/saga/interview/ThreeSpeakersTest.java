package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.YieldFloor;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.Participant;
import dev.parley.api.questionset.Question;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Turn.Cause;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lena, whom it is about, Alice, who hosts, and Gus, her guest, are in the room with the interviewer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreeSpeakersTest {
    private final Interviewing ai = new Interviewing();
    private final ScriptedInterviewer interviewer =
            ai.interviewer.phrasing(cue -> cue.question().map(Question::text).orElse("Hello"));

    @Test
    void three_people_and_an_interviewer_who_knows_its_manners() {
        var talk = amongThree(need, budget, authority).asked(need);
        interviewer.answered("lost notes").answered("yes");

        talk.raisesHand(gusInTheRoom).said("Notes get lost");
        ai.takeLatest(talk);
        assertThat(floors(talk)).containsExactly(floor(gusInTheRoom, "Gus, please go ahead."));
        assertThat(asked(talk)).isEmpty();

        talk.saidByTheGuest("And mails too");
        others(talk, Cause.OTHERS_SPOKE);
        assertThat(questions(talk)).containsExactly("Lena: Is there a budget?");

        talk.said("Well").saidByTheHost("You said so in spring, Lena");
        ai.take(talk, Turn.afterHearing(segment(3), discoveryCall));
        assertThat(questions(talk)).hasSize(1);
        talk.said("Yes, we have one");
        others(talk, Cause.NOBODY_WENT_ON);
        ai.takeLatest(talk);
        assertThat(questions(talk)).containsExactly("Lena: Is there a budget?", "Lena: Who decides?");
    }

    @Test
    void a_host_comes_before_whoever_asked_first_and_each_gets_the_floor_once() {
        var talk = amongThree(need, budget).asked(need).raisesHand(gusInTheRoom).raisesHand(aliceInTheRoom);
        interviewer.answered("lost notes");
        talk.said("Notes get lost");
        ai.takeLatest(talk);
        talk.saidByTheHost("Which notes?");
        others(talk, Cause.OTHERS_SPOKE);
        talk.saidByTheGuest("Mine");
        others(talk, Cause.OTHERS_SPOKE);

        assertThat(floors(talk))
                .containsExactly(
                        floor(aliceInTheRoom, "Alice, please go ahead."), floor(gusInTheRoom, "Gus, please go ahead."));
        assertThat(talk.decidingSide.asked(RaiseHand.class))
                .extracting(RaiseHand::participantId, RaiseHand::raised)
                .containsExactly(
                        tuple(aliceInTheRoom.participantId(), false), tuple(gusInTheRoom.participantId(), false));
        assertThat(questions(talk)).containsExactly("Lena: Is there a budget?");
    }

    @Test
    void a_host_need_not_wait_for_the_answer_but_a_guest_must() {
        var talk = amongThree(need).asked(need).raisesHand(gusInTheRoom);
        ai.take(talk, Turn.because(Cause.HAND_RAISED, discoveryCall));
        assertThat(floors(talk)).isEmpty();
        talk.raisesHand(aliceInTheRoom);
        ai.take(talk, Turn.because(Cause.HAND_RAISED, discoveryCall));
        assertThat(floors(talk)).containsExactly(floor(aliceInTheRoom, "Alice, please go ahead."));
    }

    @Test
    void what_people_say_to_each_other_is_left_to_them_until_nobody_goes_on() {
        var talk = amongThree(need).asked(need).saidByTheHost("Lena, shall we tell them about the notes?");
        others(talk, Cause.OTHERS_SPOKE);
        assertThat(talk.decidingSide.asked()).isEmpty();
        others(talk, Cause.NOBODY_WENT_ON);
        assertThat(questions(talk)).containsExactly("Lena: What should get better?");
        others(talk, Cause.NOBODY_WENT_ON);
        assertThat(questions(talk)).hasSize(1);
    }

    @Test
    void whoever_has_the_floor_is_waited_for_though_not_for_ever() {
        var talk = amongThree(need, budget).asked(need).raisesHand(gusInTheRoom);
        interviewer.answered("lost notes").judged(Verdict.UNCLEAR);
        talk.said("Notes get lost");
        ai.takeLatest(talk);
        var given = talk.latestMove();
        talk.said("Go on, Gus");
        ai.takeLatest(talk);
        assertThat(questions(talk)).isEmpty();
        ai.take(talk, Turn.after(Cause.FLOOR_UNUSED, given, discoveryCall));
        ai.take(talk, Turn.after(Cause.FLOOR_UNUSED, given, discoveryCall));
        assertThat(questions(talk)).hasSize(1);
    }

    @Test
    void whoever_has_left_is_not_waited_for_and_gets_no_floor() {
        var talk = amongThree(need, budget)
                .asked(need)
                .raisesHand(gusInTheRoom)
                .happened(new ParticipantLeft(discoveryCall, gusInTheRoom.participantId(), "left"));
        interviewer.answered("lost notes");
        talk.said("Notes get lost");
        ai.takeLatest(talk);
        assertThat(floors(talk)).isEmpty();
        assertThat(questions(talk)).containsExactly("Lena: Is there a budget?");
    }

    @Test
    void a_question_that_was_left_aside_stays_so_although_somebody_else_is_heard_first() {
        var talk = amongThree(need, budget).asked(need).raisesHand(gusInTheRoom).said("None of your business");
        interviewer.judged(Verdict.REFUSED);
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(SkipQuestion.class))
                .extracting(SkipQuestion::questionId)
                .containsExactly(need.questionId());
        assertThat(floors(talk)).hasSize(1);
    }

    @Test
    void a_lead_alone_is_not_called_by_name_over_and_over() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
        interviewer.answered("notes");
        ai.takeLatest(talk);
        assertThat(questions(talk)).containsExactly("Is there a budget?");
    }

    private static Conversation amongThree(Question... questions) {
        return inWhichLenaAgreed(questions).joinedByAliceAndGus();
    }

    private void others(Conversation talk, Cause cause) {
        ai.take(talk, Turn.after(cause, talk.latest(), discoveryCall));
    }

    private static List<String> questions(Conversation talk) {
        return talk.decidingSide.asked(AskQuestion.class).stream()
                .map(AskQuestion::text)
                .toList();
    }

    private static List<List<Object>> floors(Conversation talk) {
        return talk.decidingSide.asked(YieldFloor.class).stream()
                .map(floor -> List.<Object>of(floor.participantId(), floor.text()))
                .toList();
    }

    private static List<Object> floor(Participant who, String words) {
        return List.of(who.participantId(), words);
    }
}
