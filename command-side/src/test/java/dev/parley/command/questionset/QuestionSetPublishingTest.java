package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.questionset.Condition.Comparison.ANSWERED;
import static dev.parley.api.questionset.QuestionSetRefusal.BRANCH_DEAD_END;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.RETIRED;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;
import static dev.parley.command.questionset.Basics.first;
import static dev.parley.command.questionset.Basics.published;

import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionAdded;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was published stays as it was; meetings pin a version. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionSetPublishingTest {
    private static final QuestionSetRetired retired = new QuestionSetRetired(basics);

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
        void refuses_a_question_that_nobody_would_ever_be_asked() {
            var onlyAfterBudget = new Question(
                    need.questionId(),
                    "What for?",
                    need.type(),
                    false,
                    List.of(),
                    0,
                    need.signal(),
                    List.of(new Condition(budget.questionId(), ANSWERED, "")));
            set.given(drafted, new QuestionRevised(basics, onlyAfterBudget))
                    .when(new PublishQuestionSet(basics, alice, now))
                    .expectException(refused(BRANCH_DEAD_END, "questions[0].askWhen[0]"));
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

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);
}
