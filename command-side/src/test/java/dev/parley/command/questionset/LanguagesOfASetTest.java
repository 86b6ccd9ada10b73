package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_NOT_OFFERED;
import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.TRANSLATION_MISSING;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;
import static dev.parley.command.questionset.Basics.first;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetCommand.OfferLanguages;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.LanguagesOffered;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetPublished;
import dev.parley.api.questionset.Translation;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A version is asked in a language only if every one of its questions has words in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesOfASetTest {
    private static final Languages englishAndGerman = new Languages(Optional.of("en"), List.of("de"));
    private static final LanguagesOffered offered = new LanguagesOffered(basics, englishAndGerman);
    private static final Question needInGerman = inGerman(need, "Was soll besser werden?");
    private static final Question budgetInGerman = inGerman(budget, "Gibt es ein Budget?");

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    @Test
    void a_set_says_which_languages_it_is_for() {
        set.given(drafted)
                .when(new OfferLanguages(basics, alice, now, englishAndGerman))
                .expectEvents(offered);
        set.given(drafted, offered)
                .when(new OfferLanguages(basics, alice, now, englishAndGerman))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_missing_translation_blocks_publishing_for_that_language() {
        set.given(drafted, offered, new QuestionRevised(basics, needInGerman))
                .when(new PublishQuestionSet(basics, alice, now))
                .expectNoEvents()
                .expectException(refused(TRANSLATION_MISSING, "questions[1].translations.de"));
    }

    @Test
    void and_for_no_other() {
        set.given(drafted, offered, new QuestionRevised(basics, needInGerman))
                .when(new PublishQuestionSet(basics, alice, now, Optional.of(List.of("en"))))
                .expectEvents(published(1, List.of("en"), needInGerman, budget));
    }

    @Test
    void what_is_translated_throughout_is_published_in_all_languages() {
        set.given(
                        drafted,
                        offered,
                        new QuestionRevised(basics, needInGerman),
                        new QuestionRevised(basics, budgetInGerman))
                .when(new PublishQuestionSet(basics, alice, now))
                .expectEvents(published(1, List.of("en", "de"), needInGerman, budgetInGerman));
    }

    @Test
    void another_language_is_something_new_to_publish() {
        set.given(drafted, first, offered)
                .when(new PublishQuestionSet(basics, alice, now, Optional.of(List.of())))
                .expectEvents(published(2, List.of("en"), need, budget));
        set.given(drafted, offered, published(1, List.of("en"), need, budget))
                .when(new PublishQuestionSet(basics, alice, now, Optional.of(List.of())))
                .expectException(refused(NOTHING_TO_PUBLISH));
    }

    @Test
    void refuses_a_language_that_the_set_is_not_for() {
        set.given(drafted, offered)
                .when(new PublishQuestionSet(basics, alice, now, Optional.of(List.of("fr"))))
                .expectException(refused(LANGUAGE_NOT_OFFERED, "languages"));
    }

    @Test
    void a_meeting_pins_the_language_that_was_agreed_with_the_lead() {
        var bilingual = published(1, List.of("en", "de"), needInGerman, budgetInGerman);
        set.given(drafted, offered, bilingual)
                .when(new PinQuestionSet(basics, alice, now, Optional.of("de-AT")))
                .expectNoEvents()
                .expectResultMessagePayload(new PinnedQuestionSet(
                        basics,
                        1,
                        "Basics",
                        List.of(needInGerman, budgetInGerman),
                        List.of("en", "de"),
                        Optional.of("de")));
    }

    @Test
    void refuses_to_pin_a_language_in_which_nothing_was_published() {
        set.given(drafted, offered, published(1, List.of("en"), needInGerman, budgetInGerman))
                .when(new PinQuestionSet(basics, alice, now, Optional.of("de")))
                .expectException(refused(LANGUAGE_NOT_PUBLISHED, "language"));
    }

    private static Question inGerman(Question question, String words) {
        return question.translated(List.of(new Translation("de", words, List.of())));
    }

    private static QuestionSetPublished published(int number, List<String> languages, Question... questions) {
        return new QuestionSetPublished(
                basics,
                new PinnedQuestionSet(basics, number, "Basics", List.of(questions), languages, Optional.empty()));
    }
}
