package dev.parley.api.questionset;

import static dev.parley.api.Samples.question;
import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_TWICE;
import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_DIFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.questionset.Question.Signal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TranslationTest {
    private static final Translation german = new Translation("de", "Welche Farbe?", List.of("Rot", "Grün", "Blau"));
    private static final Translation portuguese =
            new Translation("pt-BR", "Que cor?", List.of("Vermelho", "Verde", "Azul"));
    private static final Question colours = question("Which colours?", QuestionType.MULTI, false, 0, Signal.NONE)
            .translated(List.of(german, portuguese));

    @ParameterizedTest
    @CsvSource({"de,Welche Farbe?", "de-AT,Welche Farbe?", "pt-BR,Que cor?", "pt,Which colours?", "fr,Which colours?"})
    void is_put_in_the_words_of_a_language_where_it_has_some(String language, String words) {
        assertThat(colours.in(language).text()).isEqualTo(words);
    }

    @Test
    void offers_its_options_in_that_language() {
        assertThat(colours.in("de").options()).containsExactly("Rot", "Grün", "Blau");
    }

    @ParameterizedTest
    @CsvSource({"rot,Red", "Rot; blau,Red; Blue", "'Verde, Red',Green; Red", "Green,Green", "Gelb,Gelb"})
    void is_answered_in_its_own_words_whatever_the_language(String said, String own) {
        assertThat(colours.inOwnWords(said)).isEqualTo(own);
    }

    @Test
    void names_every_option() {
        var half = new Translation("de", "Welche Farbe?", List.of("Rot"));
        assertThatThrownBy(() -> colours.translated(List.of(portuguese, half)))
                .isEqualToComparingOnlyGivenFields(new Refused(OPTIONS_DIFFER, "translations[1].options"), "field");
    }

    @Test
    void has_one_translation_into_a_language() {
        assertThatThrownBy(() -> colours.translated(List.of(german, german)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(LANGUAGE_TWICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"german", "de_DE", "d", "x", "12", "de-"})
    void refuses_what_is_no_language(String tag) {
        assertThatThrownBy(() -> new Translation(tag, "Welche Farbe?", List.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(ShapeRefusal.MALFORMED_LANGUAGE));
    }
}
