package dev.parley.query.questionlibrary;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetEvent.*;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetLine;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.api.questionset.QuestionType;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionLibraryTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final QuestionSetId set = qualification.questionSetId();
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new QuestionLibraryProjection(views.jdbc(), told));
    }

    @Test
    void shows_a_draft_that_nobody_can_use_yet() {
        told.that(set, drafted(need, budget));

        assertThat(line())
                .isEqualTo(new QuestionSetLine(set, "Qualification", "sales", 2, Optional.empty(), true, false, 0));
        assertThat(page().draft()).containsExactly(need, budget);
        assertThat(page().published()).isEmpty();
    }

    @Test
    void has_nothing_to_publish_in_an_empty_draft() {
        told.that(set, drafted());

        assertThat(line().draftDiffers()).isFalse();
    }

    @Test
    void follows_the_work_on_a_draft() {
        var sharper = new Question(
                budget.questionId(),
                "Is there a budget for this year?",
                QuestionType.YES_NO,
                true,
                List.of(),
                2,
                Question.Signal.BUDGET);
        told.that(set, drafted(need, budget))
                .that(set, new QuestionAdded(set, timing))
                .that(set, new QuestionRevised(set, sharper))
                .that(
                        set,
                        new QuestionsReordered(
                                set, List.of(timing.questionId(), budget.questionId(), need.questionId())))
                .that(set, new QuestionRemoved(set, need.questionId()))
                .that(set, new QuestionSetRevised(set, "Qualification 2027", "discovery"));

        assertThat(page().draft()).containsExactly(timing, sharper);
        assertThat(line().title()).isEqualTo("Qualification 2027");
        assertThat(line().category()).isEqualTo("discovery");
        assertThat(line().version()).isEqualTo(5);
    }

    @Test
    void keeps_a_published_version_as_it_was() {
        var published = new PinnedQuestionSet(set, 1, "Qualification", List.of(need, budget));
        told.that(set, drafted(need, budget)).that(set, new QuestionSetPublished(set, published));
        assertThat(line().publishedVersion()).contains(1);
        assertThat(line().draftDiffers()).isFalse();

        told.that(set, new QuestionRemoved(set, budget.questionId()));
        assertThat(page().draft()).containsExactly(need);
        assertThat(page().published()).contains(published);
        assertThat(line().draftDiffers()).isTrue();
    }

    @Test
    void shelves_what_is_retired_behind_the_rest() {
        var other = new QuestionSetId(uuid("another set"));
        told.that(set, drafted(need)).that(set, new QuestionSetRetired(set));
        told.that(other, new QuestionSetDrafted(other, demo, "zebra", "sales", List.of()));

        assertThat(lines(demo)).extracting(QuestionSetLine::title).containsExactly("zebra", "Qualification");
        assertThat(page().retired()).isTrue();
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        told.that(set, drafted(need, budget))
                .that(set, new QuestionAdded(set, timing))
                .that(set, new QuestionRemoved(set, need.questionId()))
                .that(
                        set,
                        new QuestionSetPublished(
                                set, new PinnedQuestionSet(set, 1, "Qualification", List.of(budget, timing))));
        var once = page();

        told.again();
        assertThat(page()).isEqualTo(once);

        told.rebuilt();
        assertThat(page()).isEqualTo(once);
    }

    @Test
    void keeps_other_tenants_out() {
        told.that(set, drafted(need));

        assertThat(lines(elsewhere)).isEmpty();
        assertThat(new QuestionLibraryReader(views.reads()).find(elsewhere, set).blockOptional())
                .isEmpty();
    }

    private static QuestionSetDrafted drafted(Question... questions) {
        return new QuestionSetDrafted(set, demo, "Qualification", "sales", List.of(questions));
    }

    private static QuestionSetLine line() {
        return lines(demo).getFirst();
    }

    private static List<QuestionSetLine> lines(TenantId tenant) {
        return new QuestionLibraryReader(views.reads())
                .all(tenant)
                .collectList()
                .block();
    }

    private static QuestionSetPage page() {
        return new QuestionLibraryReader(views.reads()).find(demo, set).block();
    }
}
