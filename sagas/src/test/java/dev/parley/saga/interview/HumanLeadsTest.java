package dev.parley.saga.interview;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.interview.MoveReason.COVERED_BY_HUMAN;
import static dev.parley.api.interview.MoveReason.NEXT_IN_ORDER;
import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.saga.interview.Interviewer.Verdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A host says "I take it": the interviewer is silent, but keeps listening for what need not be asked any more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HumanLeadsTest {
    private final Interviewing ai = new Interviewing();
    private final Conversation taken = inWhichLenaAgreed(need, budget)
            .joinedByAliceAndGus()
            .happened(new InterviewHandedToHuman(Conversation.interview, discoveryCall));

    @Test
    void records_what_the_lead_answers_to_the_host() {
        taken.saidByTheHost(budget.text()).said("Yes, 40,000 euros.");
        ai.interviewer.answered("yes");
        ai.takeLatest(taken);
        assertThat(taken.decidingSide.asked(RecordAnswer.class))
                .extracting(RecordAnswer::questionId)
                .containsExactly(budget.questionId());
        assertThat(asked(taken)).isEmpty();
    }

    @Test
    void marks_what_the_host_has_put_as_covered_though_there_was_no_answer() {
        taken.saidByTheHost(budget.text()).said("Well, well.");
        ai.interviewer.judged(Verdict.UNCLEAR);
        ai.takeLatest(taken);
        assertThat(taken.decidingSide.asked(SkipQuestion.class))
                .extracting(SkipQuestion::questionId, SkipQuestion::reason)
                .containsExactly(tuple(budget.questionId(), COVERED_BY_HUMAN));
    }

    @Test
    void has_no_part_in_small_talk() {
        taken.saidByTheHost("Nice weather today, is it not?").said("Lovely.");
        ai.takeLatest(taken);
        assertThat(taken.decidingSide.asked()).isEmpty();
        assertThat(ai.interviewer.hearings()).isEmpty();
    }

    @Test
    void goes_on_with_what_is_open_when_the_word_is_given_back() {
        taken.saidByTheHost(need.text()).said("Notes get lost.");
        ai.interviewer.answered("notes");
        ai.takeLatest(taken);
        taken.happened(new InterviewResumed(Conversation.interview, discoveryCall));
        ai.take(taken, Turn.because(Turn.Cause.RESUMED, discoveryCall));
        assertThat(asked(taken)).containsExactly(tuple(budget.questionId(), 0, NEXT_IN_ORDER));
    }
}
