package dev.parley.query.questionlibrary;

import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.qualification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.LanguagesOffered;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetImported;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSuggested;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionAccepted;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionDismissed;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.MissingTranslation;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.api.questionset.Suggestion;
import dev.parley.api.questionset.Translation;
import dev.parley.query.Documents;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShelfTest {
    private static final QuestionSetId set = qualification.questionSetId();
    private static final QuestionSetDrafted drafted =
            new QuestionSetDrafted(set, demo, "Qualification", "sales", List.of(need, budget));
    private static final Languages languages = new Languages(Optional.of("en"), List.of("de", "es"));
    private static final QuestionSuggested suggested =
            new QuestionSuggested(set, new Suggestion(authority, "Nobody is asked who decides.", "rules-1"));

    @Test
    void flags_what_is_not_translated_yet() {
        var inGerman = need.translated(List.of(new Translation("de", "Was soll besser werden?", List.of())));
        var page = pageAfter(new LanguagesOffered(set, languages), new QuestionRevised(set, inGerman));
        assertThat(page.missing())
                .containsExactly(
                        new MissingTranslation("de", budget.questionId()),
                        new MissingTranslation("es", need.questionId()),
                        new MissingTranslation("es", budget.questionId()));
    }

    @Test
    void shows_suggestions_until_somebody_decides() {
        assertThat(pageAfter(suggested).suggestions()).containsExactly(suggested.suggestion());
        var accepted = pageAfter(suggested, new SuggestionAccepted(set, authority));
        assertThat(accepted.suggestions()).isEmpty();
        assertThat(accepted.draft()).containsExactly(need, budget, authority);
        var dismissed = pageAfter(suggested, new SuggestionDismissed(set, authority.questionId()));
        assertThat(dismissed.suggestions()).isEmpty();
        assertThat(dismissed.draft()).containsExactly(need, budget);
    }

    @Test
    void shows_an_imported_draft_instead_of_what_was_there() {
        var page = pageAfter(new QuestionSetImported(set, "Imported", "new", languages, List.of(authority)));
        assertThat(page.title()).isEqualTo("Imported");
        assertThat(page.category()).isEqualTo("new");
        assertThat(page.languages()).isEqualTo(languages);
        assertThat(page.draft()).containsExactly(authority);
    }

    @Test
    void reads_pages_that_were_written_before_there_were_languages() {
        var page = Documents.read("""
                {"questionSetId":"%s","title":"Old","category":"sales","draft":[],"retired":false,"version":3}""".formatted(set), QuestionSetPage.class);
        assertThat(Shelf.of(page).languages()).isEqualTo(Languages.NOT_SAID);
    }

    private static QuestionSetPage pageAfter(QuestionSetEvent... events) {
        var shelf = Shelf.of(drafted);
        for (var event : events) shelf = shelf.after(event);
        return shelf.page(set, events.length);
    }
}
