package dev.parley.command.interview;

import static dev.parley.api.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerContractTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YES_NO | yes",
                "YES_NO | No",
                "SCALE  | 7",
                "SCALE  | 0",
                "SCALE  | 10",
                "NUMBER | 50000.50",
                "DATE   | 2027-03-01",
                "DATE   | next quarter",
                "CHOICE | Green",
                "CHOICE | green",
                "MULTI  | Red",
                "MULTI  | Red, Blue",
                "MULTI  | red; green; blue",
                "OPEN   | They want it all"
            })
    void knows_answers_of_each_kind(QuestionType type, String value) {
        assertThat(fits(type, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YES_NO | maybe",
                "YES_NO | yes, sure",
                "SCALE  | high",
                "SCALE  | 11",
                "SCALE  | -1",
                "NUMBER | about 50k",
                "NUMBER | 1e400000 00",
                "CHOICE | Purple",
                "CHOICE | Red, Green",
                "MULTI  | Red, Purple",
                "OPEN   | ' '"
            })
    void knows_what_is_no_answer(QuestionType type, String value) {
        assertThat(fits(type, value)).isFalse();
    }

    @Test
    void does_not_take_a_speech_for_an_answer() {
        assertThat(fits(QuestionType.OPEN, "x".repeat(1_000))).isTrue();
        assertThat(fits(QuestionType.OPEN, "x".repeat(1_001))).isFalse();
    }

    @Test
    void does_not_take_digits_without_end_for_a_number() {
        assertThat(fits(QuestionType.NUMBER, "9".repeat(40))).isTrue();
        assertThat(fits(QuestionType.NUMBER, "9".repeat(41))).isFalse();
    }

    private static boolean fits(QuestionType type, String value) {
        return AnswerContract.fits(question("Which?", type, false, 0, Signal.NONE), value);
    }
}
