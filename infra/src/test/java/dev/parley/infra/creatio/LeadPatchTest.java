package dev.parley.infra.creatio;

import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.CrmField.Transform;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.questionset.CrmWriting.Answered;
import dev.parley.command.questionset.CrmWriting.Omitted;
import dev.parley.command.questionset.CrmWriting.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadPatchTest {
    private static final String hot = uuid("hot").toString();
    private static final Question pain = question("What hurts?", QuestionType.OPEN, "Commentary", Transform.TEXT);
    private static final Question budget = question("How much?", QuestionType.NUMBER, "Budget", Transform.NUMBER);
    private static final Question decides =
            question("Do you decide?", QuestionType.YES_NO, "UsrDecides", Transform.BOOLEAN);
    private static final Question when = question("When?", QuestionType.DATE, "DecisionDate", Transform.DATE);
    private static final Question need = question("Which?", QuestionType.CHOICE, "LeadTypeId", Transform.LOOKUP);

    /** Byte for byte: decimals as strings, lookups through their id, dates with a time. */
    @Test
    void is_exactly_what_creatio_is_sent() {
        var patch = LeadPatch.of(List.of(
                answered(pain, "Reports take \"weeks\""),
                answered(budget, "40000.50"),
                answered(decides, "yes"),
                answered(when, "2027-03-01"),
                answered(need, "hot")));
        assertThat(patch.body())
                .isEqualTo("{\"Commentary\":\"Reports take \\\"weeks\\\"\",\"Budget\":\"40000.50\",\"UsrDecides\":true,"
                        + "\"DecisionDate\":\"2027-03-01T00:00:00Z\",\"LeadTypeId\":\"" + hot + "\"}");
        assertThat(patch.omitted()).isEmpty();
    }

    @Test
    void goes_to_the_lead_itself() {
        var preview = new CreatioWriting().preview(Optional.of(hot), List.of(answered(decides, "no")));
        assertThat(preview.method()).isEqualTo("PATCH");
        assertThat(preview.path()).isEqualTo("odata/Lead(" + hot + ")");
        assertThat(preview.headers().get("Content-Type"))
                .isEqualTo("application/json; charset=utf-8; IEEE754Compatible=true");
        assertThat(preview.body()).isEqualTo("{\"UsrDecides\":false}");
    }

    @ParameterizedTest
    @CsvSource({
        "How much?,a lot,NOT_A_NUMBER",
        "Do you decide?,maybe,NEITHER_YES_NOR_NO",
        "When?,next quarter,NOT_A_DATE",
        "Which?,cold,NO_SUCH_VALUE"
    })
    void leaves_out_what_the_field_cannot_hold(String text, String value, Reason reason) {
        var asked = List.of(budget, decides, when, need).stream()
                .filter(question -> question.text().equals(text))
                .findFirst()
                .orElseThrow();
        var patch = LeadPatch.of(List.of(answered(asked, value)));
        assertThat(patch.body()).isEmpty();
        assertThat(patch.omitted()).containsExactly(new Omitted(asked, reason));
    }

    @Test
    void never_takes_dollars_for_euros() {
        var inEuros = budget.measuredIn("EUR");
        var dollars = LeadPatch.of(List.of(new Answered(inEuros, "40000", Optional.of("USD"))));
        assertThat(dollars.omitted()).containsExactly(new Omitted(inEuros, Reason.OTHER_UNIT));
        var euros = LeadPatch.of(List.of(new Answered(inEuros, "4e4", Optional.of("eur"))));
        assertThat(euros.body()).isEqualTo("{\"Budget\":\"40000\"}");
    }

    @Test
    void writes_a_field_once_and_what_is_mapped_only() {
        var again = question("How much more?", QuestionType.NUMBER, "Budget", Transform.NUMBER);
        var plain = plain("Why?", QuestionType.OPEN);
        var patch = LeadPatch.of(List.of(answered(budget, "1"), answered(again, "2"), answered(plain, "So")));
        assertThat(patch.body()).isEqualTo("{\"Budget\":\"1\"}");
        assertThat(patch.omitted())
                .containsExactly(new Omitted(again, Reason.FIELD_TAKEN), new Omitted(plain, Reason.NOT_MAPPED));
    }

    private static Answered answered(Question question, String value) {
        return new Answered(question, value, Optional.empty());
    }

    private static Question question(String text, QuestionType type, String field, Transform transform) {
        var values = transform == Transform.LOOKUP ? Map.of("Hot", hot) : Map.<String, String>of();
        return plain(text, type)
                .mappedTo(new Mapping(Optional.empty(), Optional.of(new CrmField(field, transform, values))));
    }

    private static Question plain(String text, QuestionType type) {
        var options = type.hasOptions() ? List.of("Hot", "Cold") : List.<String>of();
        return new Question(new QuestionId(Ids.named("question", text)), text, type, true, options, 1, Signal.NONE);
    }
}
