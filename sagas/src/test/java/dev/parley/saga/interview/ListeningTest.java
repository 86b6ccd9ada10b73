package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.saga.interview.Interviewer.Cue;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was said is heard once, understood, and followed by the next question. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListeningTest {
    private final Interviewing ai = new Interviewing();
    private final ScriptedInterviewer interviewer = ai.interviewer;

    @Test
    void records_the_answer_and_asks_the_next_question() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
        interviewer.answered("lost notes");
        ai.takeLatest(talk);
        assertThat(interviewer.hearings())
                .containsExactly(new Interviewer.Hearing(
                        need, List.of(budget), List.of(new Said(segment(1), "Notes get lost"))));
        assertThat(talk.decidingSide.asked(RecordAnswer.class))
                .extracting(RecordAnswer::questionId, RecordAnswer::answer)
                .containsExactly(
                        tuple(need.questionId(), new Answer("lost notes", 0.9, List.of(segment(1)), "Notes get lost")));
        assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 0, NEXT_IN_ORDER));
        assertThat(interviewer.cues().getLast())
                .extracting(Cue::lastSaid, Cue::answered)
                .containsExactly("Notes get lost", Map.of("What should get better?", "lost notes"));
    }

    @Test
    void hears_all_that_was_said_since_the_question_was_first_asked() {
        var talk = inWhichLenaAgreed(need, budget)
                .asked(need)
                .said("It is okay")
                .asked(need, 1, ANSWER_SHALLOW)
                .said("Notes get lost");
        interviewer.answered("lost notes");
        ai.takeLatest(talk);
        assertThat(interviewer.hearings().getFirst().said())
                .extracting(Said::text)
                .containsExactly("It is okay", "Notes get lost");
        assertThat(interviewer.cues().getLast().lastSaid()).isEqualTo("Notes get lost");
    }

    @Test
    void does_not_ask_what_was_answered_ahead() {
        var talk = inWhichLenaAgreed(need, budget, authority).asked(need).said("Notes; and yes, a budget");
        interviewer.alsoAnswered("notes", budget, "yes");
        ai.takeLatest(talk);
        assertThat(asked(talk)).containsExactly(tuple(authority.questionId(), 0, NEXT_IN_ORDER));
    }

    @Test
    void lets_the_lead_skip_a_question() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("None of your business");
        interviewer.judged(Verdict.REFUSED);
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(SkipQuestion.class))
                .extracting(SkipQuestion::questionId, SkipQuestion::reason)
                .containsExactly(tuple(need.questionId(), REFUSED_TO_ANSWER));
    }

    @Test
    void tells_the_interviewer_what_the_lead_wants_to_know() {
        var talk = inWhichLenaAgreed(need).asked(need).said("What does it cost?");
        interviewer.askedBack("What does it cost?");
        ai.takeLatest(talk);
        assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 0, OFF_TOPIC));
        assertThat(interviewer.cues().getLast())
                .extracting(Cue::kind, Cue::counterQuestion)
                .containsExactly(Cue.Kind.CLARIFY, Optional.of("What does it cost?"));
    }

    @Test
    void does_not_answer_a_question_of_the_lead_again_and_again() {
        var talk = inWhichLenaAgreed(need)
                .asked(need)
                .said("What does it cost?")
                .asked(need, 0, OFF_TOPIC)
                .said("Hm");
        interviewer.askedBack("What does it cost?");
        ai.takeLatest(talk);
        assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        assertThat(interviewer.cues().getLast().counterQuestion()).isEmpty();
    }

    @Test
    void asks_again_when_the_answer_does_not_fit_the_question() {
        var talk = inWhichLenaAgreed(budget, need).asked(budget).said("Hm");
        interviewer.answered("perhaps");
        talk.decidingSide.refuse(RecordAnswer.class, InterviewRefusal.ANSWER_DOES_NOT_FIT);
        ai.takeLatest(talk);
        assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 1, ANSWER_UNCLEAR));
    }

    @Test
    void hears_only_the_lead() {
        var talk = inWhichLenaAgreed(need).asked(need).said("Notes").saidByTheHost("I sell software");
        interviewer.answered("notes");
        ai.take(talk, Turn.after(Turn.Cause.OTHERS_SPOKE, talk.latest(), discoveryCall));
        assertThat(interviewer.hearings().getFirst().said())
                .extracting(Said::text)
                .containsExactly("Notes");
    }
}
