package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.questionset.QuestionSetRefusal.ID_REUSED;
import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_NEEDED;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;
import static dev.parley.command.questionset.Basics.first;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRemoved;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionType;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A set begins as a draft with a title. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionSetDraftTest {
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
                            refused -> Assertions.assertThat(refused.refusal()).isEqualTo(OPTIONS_NEEDED));
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

    @Test
    void is_unknown_elsewhere() {
        set.given(drafted, first)
                .when(new PinQuestionSet(basics, eve, now))
                .expectException(refused(QUESTION_SET_UNKNOWN));
    }

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    private static DraftQuestionSet draft(String title, Question... questions) {
        return new DraftQuestionSet(basics, alice, now, title, "general", List.of(questions));
    }
}
