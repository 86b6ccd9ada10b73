package dev.parley.command.questionset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Question.Signal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is there a budget for this?               | BUDGET",
                "What may it cost?                         | BUDGET",
                "Who decides in the end?                   | AUTHORITY",
                "Who else is part of the decision?         | AUTHORITY",
                "When should it be live?                   | TIMING",
                "What is your timeline?                    | TIMING",
                "What problem should we solve?             | NEED",
                "Was ist Ihre größte Herausforderung?      | NEED",
                "Wann soll es losgehen?                    | TIMING",
                "How many people work at your place?       | NONE",
                "Do you use a needless tool?               | NONE"
            })
    void listens_to_the_words_of_the_question(String text, Signal signal) {
        assertThat(SignalGuess.of(text)).isEqualTo(signal);
    }
}
