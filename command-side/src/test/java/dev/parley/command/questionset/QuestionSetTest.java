package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.questionset.QuestionSetRefusal.ID_REUSED;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_NEEDED;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_INCOMPLETE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.RETIRED;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_QUESTIONS;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionAdded;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRemoved;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetPublished;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionsReordered;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionSetTest {
    private static final QuestionSetId basics = new QuestionSetId(uuid("basics"));
    private static final QuestionSetDrafted drafted =
            new QuestionSetDrafted(basics, demo, "Basics", "general", List.of(need, budget));
    private static final QuestionSetPublished first = published(1, "Basics", need, budget);
    private static final QuestionSetRetired retired = new QuestionSetRetired(basics);

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    @Nested
    class Drafting {
        @Test
        void keeps_questions_in_order() {
            set.givenNoPriorActivity()
                    .when(draft("Basics", need, budget))
                    .expectEvents(drafted)
                    .expectResultMessagePayload(0L);
        }

        @Test
        void answers_a_repetition_as_it_answered_first() {
            set.given(drafted, new QuestionRemoved(basics, need.questionId()))
                    .when(draft("Basics", need, budget))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }

        @Test
        void refuses_an_id_that_names_another_set() {
            set.given(drafted).when(draft("Other", need)).expectException(refused(ID_REUSED, "questionSetId"));
        }

        @Test
        void refuses_an_id_that_names_a_set_elsewhere() {
            set.given(drafted)
                    .when(new DraftQuestionSet(basics, eve, now, "Basics", "general", List.of(need, budget)))
                    .expectException(refused(ID_REUSED, "questionSetId"));
        }

        @Test
        void refuses_one_question_twice() {
            set.givenNoPriorActivity()
                    .when(draft("Basics", need, budget, need))
                    .expectException(refused(QUESTION_ALREADY_THERE, "questions[2].questionId"));
        }

        @Test
        void refuses_a_choice_without_choices() {
            assertThatThrownBy(() -> new Question(
                            new QuestionId(uuid("colour")),
                            "Which colour?",
                            QuestionType.CHOICE,
                            false,
                            List.of("Red"),
                            0,
                            Signal.NONE))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> org.assertj.core.api.Assertions.assertThat(refused.refusal())
                                    .isEqualTo(OPTIONS_NEEDED));
        }
    }

    @Nested
    class Revising {
        @Test
        void changes_what_is_said_and_keeps_the_rest() {
            set.given(drafted)
                    .when(new ReviseQuestionSet(basics, bob, now, Optional.of("Essentials"), Optional.empty()))
                    .expectEvents(new QuestionSetRevised(basics, "Essentials", "general"));
            set.given(drafted)
                    .when(new ReviseQuestionSet(basics, bob, now, Optional.empty(), Optional.of("sales")))
                    .expectEvents(new QuestionSetRevised(basics, "Basics", "sales"));
        }

        @Test
        void changes_nothing_when_nothing_new_is_said() {
            set.given(drafted)
                    .when(new ReviseQuestionSet(basics, bob, now, Optional.of("Basics"), Optional.empty()))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }
    }

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

    @Nested
    class Publishing {
        @Test
        void makes_the_first_version() {
            set.given(drafted)
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectEvents(first)
                    .expectResultMessagePayload(new Published(1, 1));
        }

        @Test
        void makes_another_version_of_what_changed() {
            set.given(drafted, first, new QuestionAdded(basics, authority))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectEvents(published(2, "Basics", need, budget, authority))
                    .expectResultMessagePayload(new Published(2, 3));
        }

        @Test
        void makes_another_version_of_a_new_title() {
            set.given(drafted, first, new QuestionSetRevised(basics, "Essentials", "general"))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectEvents(published(2, "Essentials", need, budget));
        }

        @Test
        void refuses_an_empty_draft() {
            set.given(new QuestionSetDrafted(basics, demo, "Basics", "general", List.of()))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectException(refused(NOTHING_TO_PUBLISH));
        }

        @Test
        void refuses_what_is_published() {
            set.given(drafted, first)
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectException(refused(NOTHING_TO_PUBLISH));
        }
    }

    @Nested
    class Pinning {
        @Test
        void answers_with_the_newest_version_however_the_draft_has_changed() {
            set.given(drafted, first, new QuestionAdded(basics, timing))
                    .when(new PinQuestionSet(basics, parley, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(first.version());
        }

        @Test
        void refuses_a_set_that_is_only_a_draft() {
            set.given(drafted)
                    .when(new PinQuestionSet(basics, alice, now))
                    .expectException(refused(NOT_PUBLISHED, "questionSetId"));
        }

        @Test
        void refuses_a_set_that_is_retired() {
            set.given(drafted, first, retired)
                    .when(new PinQuestionSet(basics, alice, now))
                    .expectException(refused(RETIRED));
        }
    }

    @Nested
    class Retiring {
        @Test
        void ends_all_work_on_it() {
            set.given(drafted).when(new RetireQuestionSet(basics, alice, now)).expectEvents(retired);
            set.given(drafted, retired)
                    .when(new AddQuestion(basics, alice, now, timing))
                    .expectException(refused(RETIRED));
        }

        @Test
        void happens_once() {
            set.given(drafted, retired)
                    .when(new RetireQuestionSet(basics, alice, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }
    }

    @Test
    void is_unknown_elsewhere() {
        set.given(drafted, first)
                .when(new PinQuestionSet(basics, eve, now))
                .expectException(refused(QUESTION_SET_UNKNOWN));
    }

    private static DraftQuestionSet draft(String title, Question... questions) {
        return new DraftQuestionSet(basics, alice, now, title, "general", List.of(questions));
    }

    private static QuestionSetPublished published(int number, String title, Question... questions) {
        return new QuestionSetPublished(basics, new PinnedQuestionSet(basics, number, title, List.of(questions)));
    }
}
