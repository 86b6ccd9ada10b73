package dev.parley.saga.interview;

import static dev.parley.api.Samples.need;
import static dev.parley.api.interview.MoveReason.LEAD_ASKED_TO_STOP;
import static dev.parley.api.interview.MoveReason.MANDATORY_FIRST;
import static dev.parley.api.interview.MoveReason.NEXT_IN_ORDER;
import static dev.parley.api.interview.MoveReason.NOT_APPLICABLE;
import static dev.parley.api.interview.MoveReason.PARKED;
import static dev.parley.api.interview.MoveReason.REFUSED_TO_ANSWER;
import static dev.parley.api.questionset.Condition.Comparison.ANSWERED;
import static dev.parley.api.questionset.Condition.Comparison.AT_LEAST;
import static dev.parley.api.questionset.Condition.Comparison.EQUAL;
import static dev.parley.api.questionset.Condition.Comparison.UNANSWERED;
import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Plan.Aside;
import dev.parley.saga.interview.Plan.Ask;
import dev.parley.saga.interview.Plan.Close;
import dev.parley.saga.interview.Planner.Heard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Questions that depend on earlier answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchingTest {
    private static final Question hasBudget = question("Is there a budget?", QuestionType.YES_NO, false);
    private static final Question amount =
            question("How much is it?", QuestionType.NUMBER, true, when(hasBudget, EQUAL, "yes"));
    private static final Question approval =
            question("Who signs so much?", QuestionType.OPEN, true, when(amount, AT_LEAST, "10000"));
    private static final Question whyNot =
            question("Who would pay then?", QuestionType.OPEN, false, when(hasBudget, EQUAL, "no"));
    private static final Question other = question("Anything else?", QuestionType.OPEN, false);

    private final Planner planner = new Planner(Conversation.settings);

    @Test
    void an_answer_that_leads_there_gets_the_question_asked() {
        var told = inWhichLenaAgreed(hasBudget, amount, other).asked(hasBudget).answered(hasBudget, "yes", 0.9);
        assertThat(after(told, Verdict.ANSWERED)).isEqualTo(plan(new Ask(amount, 0, NEXT_IN_ORDER)));
    }

    @Test
    void another_answer_leaves_it_aside_and_all_that_depends_on_it() {
        var told = inWhichLenaAgreed(hasBudget, amount, approval, whyNot)
                .asked(hasBudget)
                .answered(hasBudget, "no", 0.9);
        assertThat(after(told, Verdict.ANSWERED))
                .isEqualTo(plan(
                        new Ask(whyNot, 0, NEXT_IN_ORDER),
                        new Aside(amount, NOT_APPLICABLE),
                        new Aside(approval, NOT_APPLICABLE)));
    }

    @Test
    void nothing_is_left_to_ask_where_no_branch_applies() {
        var told = inWhichLenaAgreed(hasBudget, amount).asked(hasBudget).answered(hasBudget, "no", 0.9);
        assertThat(after(told, Verdict.ANSWERED).move()).isInstanceOf(Close.class);
    }

    @Test
    void no_answer_at_all_leads_where_one_is_missed() {
        var instead = question("Who could tell?", QuestionType.OPEN, false, when(hasBudget, UNANSWERED, ""));
        var told = inWhichLenaAgreed(hasBudget, instead, amount).asked(hasBudget);
        assertThat(after(told, Verdict.REFUSED))
                .isEqualTo(plan(
                        new Ask(instead, 0, NEXT_IN_ORDER),
                        new Aside(hasBudget, REFUSED_TO_ANSWER),
                        new Aside(amount, NOT_APPLICABLE)));
    }

    @Test
    void what_depends_on_a_question_that_was_put_off_waits_for_it() {
        var told = inWhichLenaAgreed(hasBudget, amount, other).asked(hasBudget);
        assertThat(after(told, Verdict.LATER)).isEqualTo(plan(new Ask(other, 0, PARKED)));
    }

    @Test
    void what_leaves_nothing_else_to_ask_is_not_put_off() {
        var told = inWhichLenaAgreed(hasBudget, amount, approval).asked(hasBudget);
        assertThat(after(told, Verdict.LATER).asides())
                .containsExactly(
                        new Aside(hasBudget, PARKED),
                        new Aside(amount, NOT_APPLICABLE),
                        new Aside(approval, NOT_APPLICABLE));
    }

    @Test
    void when_time_is_short_the_way_to_a_mandatory_question_comes_first() {
        var told = inWhichLenaAgreed(other, hasBudget, amount).minutesLeft(2);
        assertThat(after(told)).isEqualTo(plan(new Ask(hasBudget, 0, MANDATORY_FIRST)));
    }

    @Test
    void whoever_wants_to_stop_is_not_told_what_did_not_apply() {
        var told = inWhichLenaAgreed(hasBudget, amount).asked(hasBudget);
        assertThat(after(told, Verdict.WANTS_TO_STOP).asides())
                .containsExactly(new Aside(hasBudget, LEAD_ASKED_TO_STOP), new Aside(amount, LEAD_ASKED_TO_STOP));
    }

    @Test
    void an_answer_given_ahead_decides_as_well() {
        var deeper = question("Since when?", QuestionType.OPEN, false, when(need, ANSWERED, ""));
        var told = inWhichLenaAgreed(hasBudget, need, deeper)
                .asked(hasBudget)
                .answered(hasBudget, "yes", 0.9)
                .answered(need, "notes", 0.9);
        assertThat(after(told, Verdict.ANSWERED)).isEqualTo(plan(new Ask(deeper, 0, NEXT_IN_ORDER)));
    }

    private Plan after(Conversation told) {
        return planner.next(told.progress(), Optional.empty(), told.now());
    }

    private Plan after(Conversation told, Verdict verdict) {
        return planner.next(told.progress(), Optional.of(new Heard(verdict, false)), told.now());
    }

    private static Plan plan(Plan.Move move, Aside... asides) {
        return new Plan(List.of(asides), move);
    }

    private static Condition when(Question earlier, Condition.Comparison is, String value) {
        return new Condition(earlier.questionId(), is, value);
    }

    private static Question question(String text, QuestionType type, boolean mandatory, Condition... when) {
        var id = new QuestionId(Ids.named("question", text));
        return new Question(id, text, type, mandatory, List.of(), 1, Signal.NONE, List.of(when));
    }
}
