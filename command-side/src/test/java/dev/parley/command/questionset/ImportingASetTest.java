package dev.parley.command.questionset;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.RETIRED;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;

import dev.parley.api.Envelope;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.ImportQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetImported;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportingASetTest {
    private static final Languages english = new Languages(Optional.of("en"), List.of());

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    @Test
    void makes_a_set_that_was_not_there() {
        set.givenNoPriorActivity()
                .when(of(need, authority))
                .expectEvents(
                        new QuestionSetDrafted(basics, demo, "Imported", "sales", List.of()),
                        imported(need, authority));
    }

    @Test
    void replaces_the_whole_draft_of_one_that_was() {
        set.given(drafted).when(of(authority, need)).expectEvents(imported(authority, need));
    }

    @Test
    void changes_nothing_where_nothing_differs() {
        set.given(drafted, imported(need, budget)).when(of(need, budget)).expectNoEvents();
    }

    @Test
    void takes_all_or_nothing() {
        set.givenNoPriorActivity()
                .when(of(need, budget, need))
                .expectNoEvents()
                .expectException(refused(QUESTION_ALREADY_THERE, "questions[2].questionId"));
    }

    @Test
    void replaces_no_draft_that_its_sender_has_not_seen() {
        set.given(drafted)
                .when(of(need), Map.of(Envelope.EXPECTED_VERSION, 4_711L))
                .expectNoEvents()
                .expectException(refused(VERSION_IS_STALE));
        set.given(drafted)
                .when(of(authority), Map.of(Envelope.EXPECTED_VERSION, 0L))
                .expectEvents(imported(authority));
    }

    @Test
    void reaches_neither_another_tenants_set_nor_a_retired_one() {
        set.given(drafted)
                .when(new ImportQuestionSet(basics, eve, now, "Imported", "sales", english, List.of(need)))
                .expectException(refused(QUESTION_SET_UNKNOWN));
        set.given(drafted, new QuestionSetRetired(basics)).when(of(need)).expectException(refused(RETIRED));
    }

    @Test
    void what_is_retired_can_still_be_read() {
        set.given(drafted, new QuestionSetRetired(basics))
                .when(new ConfirmDraft(basics, alice, now))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Draft(basics, "Basics", "general", Languages.NOT_SAID, List.of(need, budget), 1));
    }

    private static ImportQuestionSet of(Question... questions) {
        return new ImportQuestionSet(basics, alice, now, "Imported", "sales", english, List.of(questions));
    }

    private static QuestionSetImported imported(Question... questions) {
        return new QuestionSetImported(basics, "Imported", "sales", english, List.of(questions));
    }
}
