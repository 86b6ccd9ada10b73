package dev.parley.api.questionset;

import static dev.parley.api.questionset.Condition.Comparison.ANSWERED;
import static dev.parley.api.questionset.Condition.Comparison.AT_LEAST;
import static dev.parley.api.questionset.Condition.Comparison.AT_MOST;
import static dev.parley.api.questionset.Condition.Comparison.DIFFERENT;
import static dev.parley.api.questionset.Condition.Comparison.EQUAL;
import static dev.parley.api.questionset.Condition.Comparison.UNANSWERED;
import static dev.parley.api.questionset.QuestionSetRefusal.BRANCH_CYCLE;
import static dev.parley.api.questionset.QuestionSetRefusal.BRANCH_DEAD_END;
import static dev.parley.api.questionset.QuestionSetRefusal.CONDITION_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.questionset.Condition.Comparison;
import dev.parley.api.questionset.Question.Signal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchesTest {
    private static final QuestionId budget = id("budget");
    private static final QuestionId amount = id("amount");
    private static final QuestionId tools = id("tools");

    @Nested
    class Publishing {
        @Test
        void lets_through_what_some_answer_leads_to() {
            assertThatCode(() -> Branches.check(List.of(
                            yesNo(budget),
                            number(amount, when(budget, EQUAL, "yes")),
                            tools(when(amount, AT_LEAST, "5000"), when(amount, AT_MOST, "20000")),
                            open(id("which"), when(tools, EQUAL, "CRM"), when(tools, EQUAL, "Mail")),
                            open(id("why not"), when(budget, DIFFERENT, "yes")),
                            open(id("any"), when(amount, ANSWERED, "")))))
                    .doesNotThrowAnyException();
        }

        @Test
        void refuses_questions_that_wait_for_one_another_and_tells_the_way_round() {
            var refused = refused(
                    open(id("first")),
                    open(budget, when(tools, ANSWERED, "")),
                    open(amount, when(budget, ANSWERED, "")),
                    tools(when(amount, ANSWERED, "")));
            assertThat(refused.refusal()).isEqualTo(BRANCH_CYCLE);
            assertThat(refused.field()).contains("questions[1] → questions[3] → questions[2] → questions[1]");
        }

        @Test
        void refuses_a_question_that_waits_for_itself() {
            assertThat(refused(open(budget, when(budget, ANSWERED, ""))).field())
                    .contains("questions[0] → questions[0]");
        }

        @Test
        void refuses_to_wait_for_a_question_of_another_set() {
            var refused = refused(yesNo(budget), open(amount, when(budget, ANSWERED, ""), when(tools, ANSWERED, "")));
            assertThat(refused.refusal()).isEqualTo(CONDITION_UNKNOWN);
            assertThat(refused.field()).contains("questions[1].askWhen[1].questionId");
        }
    }

    /** No answer leads there. */
    @Nested
    class DeadEnd {
        @Test
        void is_what_waits_for_a_later_question() {
            isDead("questions[0].askWhen[0]", open(amount, when(budget, ANSWERED, "")), yesNo(budget));
        }

        @Test
        void is_an_option_that_the_choice_does_not_have() {
            isDead("questions[1].askWhen[0]", tools(), open(amount, when(tools, EQUAL, "Fax")));
        }

        @Test
        void is_yes_or_no_with_maybe() {
            isDead("questions[1].askWhen[0]", yesNo(budget), open(amount, when(budget, EQUAL, "maybe")));
        }

        @Test
        void is_more_or_less_of_what_is_no_number() {
            isDead("questions[1].askWhen[0]", open(budget), open(amount, when(budget, AT_LEAST, "5")));
        }

        @ParameterizedTest
        @CsvSource({
            "EQUAL,yes,EQUAL,no",
            "EQUAL,yes,DIFFERENT,yes",
            "UNANSWERED,'',ANSWERED,''",
            "UNANSWERED,'',EQUAL,yes"
        })
        void is_two_conditions_that_no_answer_meets_both(Comparison one, String its, Comparison other, String value) {
            isDead(
                    "questions[1].askWhen",
                    yesNo(budget),
                    open(amount, when(budget, one, its), when(budget, other, value)));
        }

        @ParameterizedTest
        @CsvSource({"AT_LEAST,10,AT_MOST,9", "EQUAL,10,EQUAL,11", "AT_LEAST,10,EQUAL,9.99", "EQUAL,10,DIFFERENT,10.0"})
        void is_a_range_without_numbers(Comparison one, String its, Comparison other, String value) {
            isDead(
                    "questions[1].askWhen",
                    number(budget),
                    open(amount, when(budget, one, its), when(budget, other, value)));
        }

        @Test
        void is_the_same_option_wanted_and_not_wanted() {
            isDead(
                    "questions[1].askWhen",
                    tools(),
                    open(amount, when(tools, EQUAL, "CRM"), when(tools, DIFFERENT, "crm")));
        }

        /** The amount is asked only of those who have a budget. */
        @Test
        void may_begin_further_up() {
            isDead(
                    "questions[2].askWhen",
                    yesNo(budget),
                    number(amount, when(budget, EQUAL, "yes")),
                    open(id("why not"), when(amount, AT_LEAST, "1"), when(budget, EQUAL, "no")));
        }

        @Test
        void is_not_what_waits_for_no_answer_further_down() {
            assertThatCode(() -> Branches.check(List.of(
                            yesNo(budget),
                            number(amount, when(budget, EQUAL, "yes")),
                            open(id("why not"), when(amount, UNANSWERED, ""), when(budget, EQUAL, "no")))))
                    .doesNotThrowAnyException();
        }

        private static void isDead(String field, Question... questions) {
            var refused = refused(questions);
            assertThat(refused.refusal()).isEqualTo(BRANCH_DEAD_END);
            assertThat(refused.field()).contains(field);
        }
    }

    private static Refused refused(Question... questions) {
        return catchThrowableOfType(Refused.class, () -> Branches.check(List.of(questions)));
    }

    private static Condition when(QuestionId question, Comparison is, String value) {
        return new Condition(question, is, value);
    }

    private static Question yesNo(QuestionId id, Condition... when) {
        return question(id, QuestionType.YES_NO, List.of(), when);
    }

    private static Question number(QuestionId id, Condition... when) {
        return question(id, QuestionType.NUMBER, List.of(), when);
    }

    private static Question open(QuestionId id, Condition... when) {
        return question(id, QuestionType.OPEN, List.of(), when);
    }

    private static Question tools(Condition... when) {
        return question(tools, QuestionType.MULTI, List.of("CRM", "Mail", "Chat"), when);
    }

    private static Question question(QuestionId id, QuestionType type, List<String> options, Condition... when) {
        return new Question(id, "What?", type, false, options, 1, Signal.NONE, List.of(when));
    }

    private static QuestionId id(String name) {
        return new QuestionId(Ids.named("question", name));
    }
}
