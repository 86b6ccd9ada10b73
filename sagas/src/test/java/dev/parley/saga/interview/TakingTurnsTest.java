package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Turn.Cause;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Turns come late, twice, or while the lead goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingTurnsTest {
    private final Interviewing ai = new Interviewing();
    private final ScriptedInterviewer interviewer = ai.interviewer;

    @Test
    void leaves_earlier_words_to_the_turn_that_hears_the_later_ones_too() {
        var talk = inWhichLenaAgreed(need).asked(need).said("Notes").said("get lost");
        ai.take(talk, Turn.afterHearing(segment(1), discoveryCall));
        assertThat(talk.decidingSide.asked()).isEmpty();
    }

    @Test
    void does_not_take_the_same_turn_twice() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
        interviewer.answered("notes");
        ai.takeLatest(talk);
        ai.takeLatest(talk);
        assertThat(asked(talk)).hasSize(1);
    }

    @Test
    void does_not_talk_over_a_lead_who_goes_on_while_it_thinks() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
        interviewer.understanding(_ -> {
            talk.said("and leads go cold");
            return new Understanding(Verdict.UNCLEAR, Map.of(), Optional.empty());
        });
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked()).isEmpty();
    }

    @Test
    void does_not_talk_over_a_lead_who_goes_on_while_it_looks_for_words() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
        interviewer.answered("notes").phrasing(_ -> {
            talk.said("and leads go cold");
            return "Next question?";
        });
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(AskQuestion.class)).isEmpty();
        interviewer.answered("notes and cold leads").phrasing(_ -> "Next question?");
        ai.takeLatest(talk);
        assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 0, NEXT_IN_ORDER));
    }

    @Test
    void bears_that_another_node_was_faster() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
        interviewer.answered("notes");
        talk.decidingSide.refuse(AskQuestion.class, InterviewRefusal.MOVE_IS_STALE);
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(CompleteInterview.class)).isEmpty();
    }

    @Test
    void is_silent_while_paused_or_while_a_person_leads_and_puts_the_question_again_afterwards() {
        var talk = inWhichLenaAgreed(need, budget)
                .asked(need)
                .happened(new InterviewPaused(interview, discoveryCall, "a word aside"))
                .said("Notes");
        ai.takeLatest(talk);
        talk.happened(new InterviewHandedToHuman(interview, discoveryCall)).said("So");
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked()).isEmpty();
        interviewer.judged(Verdict.UNCLEAR);
        talk.happened(new InterviewResumed(interview, discoveryCall));
        ai.take(talk, Turn.because(Cause.RESUMED, discoveryCall));
        assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
    }

    @Test
    void has_nothing_to_do_with_a_meeting_that_a_person_leads() {
        var talk = new Conversation()
                .happened(aDiscoveryCall().ledByAPerson().scheduled())
                .said("Hello");
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked()).isEmpty();
    }
}
