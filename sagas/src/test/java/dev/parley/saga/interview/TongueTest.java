package dev.parley.saga.interview;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewCommand.SwitchLanguage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TongueTest {
    private final Interviewing ai = new Interviewing();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We lose the notes between the phone and the CRM. | en",
                "Wir verlieren die Notizen nach den Gesprächen. | de",
                "Perdemos las notas de las llamadas y no hay tiempo. | es"
            })
    void is_heard_in_a_sentence(String words, String language) {
        assertThat(Tongue.of(words)).hasValue(language);
    }

    @ParameterizedTest
    @CsvSource({"Twelve.", "Ja.", "OK", "Gong"})
    void is_not_guessed_from_a_word(String words) {
        assertThat(Tongue.of(words)).isEmpty();
    }

    @Test
    void of_the_lead_is_spoken_once_it_shows() {
        var talk = inWhichLenaAgreed(need, budget).asked(need).said("Wir verlieren die Notizen nach den Gesprächen.");
        ai.interviewer.answered("Notizen");
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(SwitchLanguage.class))
                .extracting(SwitchLanguage::language)
                .containsExactly("de");
        assertThat(ai.interviewer.cues().getLast().language()).isEqualTo("de");
    }

    @Test
    void is_not_switched_late_in_the_call_for_one_foreign_sentence() {
        var talk = inWhichLenaAgreed(need, budget);
        for (var i = 0; i < 4; i++) talk.asked(need);
        talk.said("Wir verlieren die Notizen nach den Gesprächen.");
        ai.interviewer.answered("Notizen");
        ai.takeLatest(talk);
        assertThat(talk.decidingSide.asked(SwitchLanguage.class)).isEmpty();
    }
}
