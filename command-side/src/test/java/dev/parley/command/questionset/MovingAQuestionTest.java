package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_CHANGED;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;

import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.MoveQuestion;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionsReordered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingAQuestionTest {
    private static final QuestionSetDrafted three =
            new QuestionSetDrafted(basics, demo, "Basics", "general", List.of(need, budget, authority));
    private static final List<QuestionId> seen = ids(need, budget, authority);

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    @Test
    void comes_behind_another() {
        set.given(three).when(move(need, Optional.of(budget))).expectEvents(order(budget, need, authority));
        set.given(three).when(move(authority, Optional.of(need))).expectEvents(order(need, authority, budget));
    }

    @Test
    void comes_first() {
        set.given(three).when(move(authority, Optional.empty())).expectEvents(order(authority, need, budget));
    }

    @Test
    void stays_where_it_is() {
        set.given(three).when(move(budget, Optional.of(need))).expectNoEvents();
        set.given(three).when(move(budget, Optional.of(budget))).expectNoEvents();
    }

    @Test
    void goes_under_another_category() {
        var command = new MoveQuestion(
                basics, alice, now, budget.questionId(), Optional.of(need.questionId()), Optional.of("Money"), seen);
        set.given(three).when(command).expectEvents(new QuestionRevised(basics, budget.under("Money")));
    }

    @Test
    void of_two_editors_who_saw_the_same_order_the_second_is_refused() {
        set.given(three)
                .andGivenCommands(move(need, Optional.of(authority)))
                .when(new MoveQuestion(
                        basics,
                        bob,
                        now,
                        budget.questionId(),
                        Optional.of(authority.questionId()),
                        Optional.empty(),
                        seen))
                .expectNoEvents()
                .expectException(refused(ORDER_CHANGED, "seen"));
    }

    @Test
    void new_words_of_a_question_are_no_reason_to_refuse() {
        set.given(three, new QuestionRevised(basics, budget.under("Money")))
                .when(move(need, Optional.of(budget)))
                .expectEvents(order(budget, need, authority));
    }

    @Test
    void refuses_questions_that_are_not_in_the_set() {
        set.given(three).when(move(timing, Optional.empty())).expectException(refused(QUESTION_UNKNOWN));
        set.given(three).when(move(need, Optional.of(timing))).expectException(refused(QUESTION_UNKNOWN, "after"));
    }

    private static MoveQuestion move(Question question, Optional<Question> after) {
        return new MoveQuestion(
                basics, alice, now, question.questionId(), after.map(Question::questionId), Optional.empty(), seen);
    }

    private static QuestionsReordered order(Question... questions) {
        return new QuestionsReordered(basics, ids(questions));
    }

    private static List<QuestionId> ids(Question... questions) {
        return Stream.of(questions).map(Question::questionId).toList();
    }
}
