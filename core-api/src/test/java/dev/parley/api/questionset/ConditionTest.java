package dev.parley.api.questionset;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ShapeRefusal.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.questionset.Condition.Comparison;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionTest {
    private static final QuestionId budget = new QuestionId(Ids.named("question", "budget"));

    @ParameterizedTest
    @CsvSource({
        "ANSWERED,'',yes",
        "EQUAL,yes,Yes",
        "EQUAL,12,12.0",
        "EQUAL,Mail,'CRM; mail'",
        "EQUAL,Mail,'CRM, Mail'",
        "EQUAL,'Mail, letters','mail, letters'",
        "DIFFERENT,yes,no",
        "DIFFERENT,Fax,'CRM; Mail'",
        "AT_LEAST,5000,5000",
        "AT_LEAST,5000,12000.50",
        "AT_MOST,10,-3"
    })
    void holds_for_this_answer_but_not_without_one(Comparison is, String value, String answer) {
        var condition = new Condition(budget, is, value);
        assertThat(condition.holdsFor(Optional.of(answer))).isTrue();
        assertThat(condition.holdsFor(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNANSWERED,'',yes",
        "EQUAL,yes,no",
        "EQUAL,Mail,Mailing",
        "DIFFERENT,12,12.0",
        "DIFFERENT,Mail,'CRM; Mail'",
        "AT_LEAST,5000,4999.99",
        "AT_LEAST,5000,plenty",
        "AT_MOST,10,11"
    })
    void does_not_hold_for_this_one(Comparison is, String value, String answer) {
        assertThat(new Condition(budget, is, value).holdsFor(Optional.of(answer)))
                .isFalse();
    }

    @Test
    void that_waits_for_silence_holds_without_an_answer() {
        assertThat(new Condition(budget, Comparison.UNANSWERED, "").holdsFor(Optional.empty()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EQUAL,' ',MISSING", "DIFFERENT,'',MISSING", "AT_LEAST,much,MALFORMED_NUMBER", "AT_MOST,'',MISSING"})
    void must_say_with_what_it_compares(Comparison is, String value, String code) {
        var refused = catchThrowableOfType(Refused.class, () -> new Condition(budget, is, value));
        assertThat(refused.refusal()).isEqualTo(code.equals("MISSING") ? MISSING : MALFORMED_NUMBER);
        assertThat(refused.field()).contains("value");
    }
}
