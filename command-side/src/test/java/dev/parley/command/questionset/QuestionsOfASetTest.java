package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_INCOMPLETE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_QUESTIONS;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;
import static dev.parley.command.questionset.Basics.first;
import static dev.parley.command.questionset.Basics.published;

import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetEvent.QuestionAdded;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRemoved;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionsReordered;
import dev.parley.api.questionset.QuestionType;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which questions a draft has, and in what order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionsOfASetTest {
    @Nested
    class Adding {
        @Test
        void puts_a_question_last() {
            set.given(drafted)
                    .when(new AddQuestion(basics, alice, now, timing))
                    .expectEvents(new QuestionAdded(basics, timing))
                    .expectResultMessagePayload(1L);
        }

        @Test
        void happens_once() {
            set.given(drafted)
                    .when(new AddQuestion(basics, alice, now, need))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }

        @Test
        void refuses_the_id_of_another_question() {
            var imposter =
                    new Question(need.questionId(), "Other?", QuestionType.OPEN, false, List.of(), 0, Signal.NONE);
            set.given(drafted)
                    .when(new AddQuestion(basics, alice, now, imposter))
                    .expectException(refused(QUESTION_ALREADY_THERE, "questionId"));
        }

        @Test
        void refuses_the_hundred_and_first() {
            var hundred = IntStream.range(0, 100)
                    .mapToObj(i -> question("Question " + i, QuestionType.OPEN, false, 0, Signal.NONE))
                    .toList();
            set.given(new QuestionSetDrafted(basics, demo, "Basics", "general", hundred))
                    .when(new AddQuestion(basics, alice, now, need))
                    .expectException(refused(TOO_MANY_QUESTIONS));
        }
    }

    @Nested
    class Changing_a_question {
        private final Question sharper =
                new Question(need.questionId(), "What hurts most?", QuestionType.OPEN, true, List.of(), 2, Signal.NEED);

        @Test
        void keeps_its_place() {
            set.given(drafted)
                    .when(new ReviseQuestion(basics, alice, now, sharper))
                    .expectEvents(new QuestionRevised(basics, sharper));
            set.given(drafted, new QuestionRevised(basics, sharper))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectEvents(published(1, "Basics", sharper, budget));
        }

        @Test
        void changes_nothing_when_nothing_new_is_said() {
            set.given(drafted)
                    .when(new ReviseQuestion(basics, alice, now, need))
                    .expectNoEvents();
        }

        @Test
        void refuses_a_question_of_another_set() {
            set.given(drafted)
                    .when(new ReviseQuestion(basics, alice, now, timing))
                    .expectException(refused(QUESTION_UNKNOWN));
        }
    }

    @Nested
    class Removing {
        @Test
        void takes_a_question_out() {
            set.given(drafted)
                    .when(new RemoveQuestion(basics, alice, now, need.questionId()))
                    .expectEvents(new QuestionRemoved(basics, need.questionId()));
        }

        @Test
        void refuses_what_is_not_there() {
            set.given(drafted)
                    .when(new RemoveQuestion(basics, alice, now, timing.questionId()))
                    .expectException(refused(QUESTION_UNKNOWN));
        }
    }

    @Nested
    class Ordering {
        @Test
        void puts_questions_into_the_order_given() {
            set.given(drafted)
                    .when(order(budget, need))
                    .expectEvents(new QuestionsReordered(basics, List.of(budget.questionId(), need.questionId())));
        }

        @Test
        void shows_in_the_next_version() {
            set.given(drafted, first, new QuestionsReordered(basics, List.of(budget.questionId(), need.questionId())))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectEvents(published(2, "Basics", budget, need));
        }

        @Test
        void changes_nothing_when_it_is_so_already() {
            set.given(drafted).when(order(need, budget)).expectNoEvents();
        }

        @Test
        void refuses_to_lose_a_question() {
            set.given(drafted).when(order(budget)).expectException(refused(ORDER_INCOMPLETE, "order"));
        }

        @Test
        void refuses_to_double_a_question() {
            set.given(drafted).when(order(need, need)).expectException(refused(ORDER_INCOMPLETE, "order"));
        }

        @Test
        void refuses_to_bring_a_question_in() {
            set.given(drafted).when(order(need, timing)).expectException(refused(ORDER_INCOMPLETE, "order"));
        }

        private ReorderQuestions order(Question... questions) {
            return new ReorderQuestions(
                    basics,
                    alice,
                    now,
                    List.of(questions).stream().map(Question::questionId).toList());
        }
    }

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);
}
