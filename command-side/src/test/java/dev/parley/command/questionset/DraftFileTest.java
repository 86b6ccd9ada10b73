package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.questionset.Condition.Comparison.ANSWERED;
import static dev.parley.api.questionset.Condition.Comparison.EQUAL;
import static dev.parley.command.questionset.Basics.basics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.WireFormat;
import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.CrmField.Transform;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.ImportQuestionSet;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.questionset.Translation;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.DeserializationFeature;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftFileTest {
    private static final String path = "/api/v1/question-sets/" + basics + "/draft";
    private static final String csv = "text/csv";
    private static final Question colours = new Question(
            question("Colours", QuestionType.MULTI, false, 0, Signal.NONE).questionId(),
            "=HYPERLINK(\"http://evil.test\"), \"quoted\" | piped\\",
            QuestionType.MULTI,
            false,
            List.of("Red | Green", "C:\\Blue", "'single'", "-5", "a=b"),
            0,
            Signal.FIT,
            List.of(new Condition(budget.questionId(), EQUAL, "yes"), new Condition(need.questionId(), ANSWERED, "")));
    private static final Draft everything = new Draft(
            basics,
            "Qualification; \"all\" of it, ümlaut",
            "+sales",
            new Languages(Optional.of("en"), List.of("de", "fr")),
            List.of(
                    need.under("Goals")
                            .translated(List.of(
                                    new Translation("pt-BR", "O quê?", List.of()),
                                    new Translation("de", "Was soll, 'besser' werden?", List.of()))),
                    budget.mappedTo(new Mapping(
                            Optional.of(40),
                            Optional.of(new CrmField(
                                    "BudgetId",
                                    Transform.LOOKUP,
                                    Map.of(
                                            "yes",
                                            uuid("a").toString(),
                                            "no",
                                            uuid("b").toString()))))),
                    colours.translated(List.of(new Translation("de", "Farben?", List.of("R", "B", "'s'", "-5", "@"))))
                            .mappedTo(new Mapping(
                                    Optional.empty(),
                                    Optional.of(new CrmField("UsrColours", Transform.TEXT, Map.of())))),
                    question("How many?", QuestionType.NUMBER, true, 2, Signal.NONE)
                            .measuredIn("seats")),
            9);

    private final RecordedCommands recorded = new RecordedCommands().answering(ConfirmDraft.class, everything);
    private final Counter counter =
            Counter.of(new DraftFileController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @ParameterizedTest
    @ValueSource(strings = {"application/json", csv})
    void what_is_exported_comes_back_as_it_was(String format) {
        put(format, export(format)).expectStatus().isNoContent();
        assertThat(recorded.given().getLast())
                .isEqualTo(new ImportQuestionSet(
                        basics,
                        alice,
                        now,
                        everything.title(),
                        everything.category(),
                        everything.languages(),
                        everything.questions()));
    }

    /** Request bodies are read strictly; what is exported must not have a field that an import would refuse. */
    @Test
    void an_export_has_nothing_that_an_import_does_not_know() {
        var strict = WireFormat.mapper()
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var body = strict.readValue(export("application/json"), QuestionSetBody.class);
        assertThat(body.questionSetId()).isEqualTo(basics.toString());
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(export(csv))
                .contains("'=HYPERLINK")
                .doesNotContain(",=", ",\"=", ",+", ",\"+", ",-", ",\"-", ",@", "\n=", "\n\"=");
    }

    @Test
    void reads_what_a_spreadsheet_parts_by_semicolons() {
        put(csv, "set;text;type\r\nBasics;Why, though?;open\r\n").expectStatus().isNoContent();
        var given = (ImportQuestionSet) recorded.given().getLast();
        assertThat(given.title()).isEqualTo("Basics");
        assertThat(given.questions()).extracting(Question::text).containsExactly("Why, though?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'set,text,type\nBasics,Why?,open\nBasics,,open' # MISSING # text # 3",
                "'set,text,type\nBasics,Why?,essay' # MALFORMED_CHOICE # type # 2",
                "'set,text,type,max_follow_ups\nBasics,Why?,open,many' # MALFORMED_NUMBER # max_follow_ups # 2",
                "'set,text,type,max_follow_ups\nBasics,Why?,open,9' # MALFORMED_NUMBER # max_follow_ups # 2",
                "'set,id,text,type\nBasics,one,Why?,open' # MALFORMED_ID # id # 2",
                "'set,text,type,options\nBasics,Why?,open,\nBasics,Which?,choice,Red' # OPTIONS_NEEDED # options # 3",
                "'set,text,type,options,text[de],options[de]\nBasics,Which?,choice,A | B,Wie?,A' # OPTIONS_DIFFER # options[de] # 2",
                "'set,text,type,text[german]\nBasics,Why?,open,Wie?' # MALFORMED_LANGUAGE # language[german] # 2",
                "'set,text,type,weight\nBasics,Why?,open,101' # MALFORMED_NUMBER # weight # 2",
                "'set,text,type,crm_field,crm_transform\nBasics,Why?,open,Budget,number' # TRANSFORM_DOES_NOT_FIT # crm_transform # 2",
                "'set,text,type,crm_transform\nBasics,Why?,open,text' # MISSING # crm_field # 2",
                "'set,text,type,ask_when\nBasics,Why?,open,one answered' # MALFORMED_ID # ask_when # 2",
                "'set,text,type\nBasics,Why?,open\nOther,How?,open' # TABLE_UNREADABLE # set # 3",
                "'set,text,type,colour\nBasics,Why?,open,red' # TABLE_UNREADABLE # colour # 1",
                "'text,type\nWhy?,open' # MISSING # set # 1",
                "'set,text,type' # TABLE_UNREADABLE # text # 1",
            })
    void a_bad_row_is_refused_with_its_row_and_column(String table, String code, String column, int row) {
        put(csv, table).expectBody().json("""
                {"code":"%s","field":"%s","line":%d}""".formatted(code, column, row));
        assertThat(recorded.given()).as("half an import").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"set,text,type\nBasics,\"Why?,open", "set,text,type\nBasics,Why?,open,more,cells", "\n"})
    void what_is_no_table_is_refused(String table) {
        put(csv, table).expectBody().json("{\"code\":\"TABLE_UNREADABLE\"}");
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void a_draft_is_replaced_by_who_says_which_one_they_saw() {
        counter.http()
                .put()
                .uri(path)
                .header("Content-Type", csv)
                .bodyValue("set,text,type\nBasics,Why?,open")
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    private String export(String format) {
        var body = counter.http()
                .get()
                .uri(path)
                .header("Accept", format)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"9\"")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    private ResponseSpec put(String format, String content) {
        return counter.http()
                .put()
                .uri(path)
                .header("If-Match", "*")
                .header("Content-Type", format)
                .bodyValue(content)
                .exchange();
    }
}
