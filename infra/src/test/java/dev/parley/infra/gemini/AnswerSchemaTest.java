package dev.parley.infra.gemini;

import static dev.parley.api.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.WireFormat;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The schema as it really goes over the wire. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerSchemaTest {
    /** Of {@code generationConfig.responseSchema} (ai.google.dev/api/caching#Schema); {@code $schema}, for one, is a 400. */
    private static final Set<String> SUBSET = Set.of(
            "type",
            "format",
            "title",
            "description",
            "nullable",
            "enum",
            "maxItems",
            "minItems",
            "properties",
            "required",
            "propertyOrdering",
            "anyOf",
            "items",
            "minimum",
            "maximum",
            "minLength",
            "maxLength");

    private final FakeGemini gemini;
    private final GeminiInterviewer interviewer;

    AnswerSchemaTest() throws IOException {
        gemini = new FakeGemini();
        var settings = new GeminiSettings(
                "the-key",
                "gemini-9-test",
                gemini.baseUrl(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                2,
                512,
                -1,
                1_000_000,
                0,
                0);
        interviewer = new GeminiInterviewer(settings, new ModelAccount(settings, Clock.systemUTC(), new Calls()));
    }

    @AfterEach
    void close() {
        gemini.close();
    }

    @ParameterizedTest
    @EnumSource
    void of_each_type_keeps_to_what_gemini_takes(QuestionType type) {
        hear(question("What?", type), List.of());
        mustBeInTheSubset(sent());
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,STRING",
        "YES_NO,STRING",
        "SCALE,INTEGER",
        "NUMBER,NUMBER",
        "DATE,STRING",
        "CHOICE,STRING",
        "MULTI,ARRAY"
    })
    void of_each_type_says_what_a_value_is(QuestionType type, String expected) {
        hear(question("What?", type), List.of());
        assertThat(valueOf(0).path("type").asString()).isEqualTo(expected);
    }

    @Test
    void names_the_choices_and_the_unit() {
        hear(question("Which?", QuestionType.CHOICE), List.of(question("How much?", QuestionType.NUMBER)));
        assertThat(valueOf(0).path("enum").valueStream().map(JsonNode::asString))
                .containsExactly("Red", "Green");
        assertThat(shape(1).path("properties").path("unit").path("description").asString())
                .contains("in EUR");
    }

    @Test
    void stays_small_however_many_questions_are_open() {
        var many = IntStream.range(0, 99)
                .mapToObj(i -> question("What " + i + "?", QuestionType.MULTI))
                .toList();
        hear(question("What?", QuestionType.OPEN), many);
        mustBeInTheSubset(sent());
        assertThat(shapes().size()).isEqualTo(9);
    }

    @Test
    void values_come_back_in_the_normal_form_of_answers() {
        var said = List.of(new Said(segment(1), "Red and green, for 12.5 thousand dollars"));
        var colours = question("Which?", QuestionType.MULTI);
        var price = question("How much?", QuestionType.NUMBER);
        gemini.next(
                200,
                FakeGemini.candidate(
                        WireFormat.mapper()
                                .writeValueAsString(Map.of(
                                        "answers",
                                        List.of(
                                                answer(colours, List.of("Red", "Green"), ""),
                                                answer(price, 12_500, "USD")),
                                        "counterQuestion",
                                        "",
                                        "verdict",
                                        "answered")),
                        "STOP"));
        var understood = interviewer.understand(new Hearing(colours, List.of(price), said));
        assertThat(understood.answers().get(colours.questionId()).value()).isEqualTo("Red; Green");
        assertThat(understood.answers().get(price.questionId()).value()).isEqualTo("12500");
        assertThat(understood.answers().get(price.questionId()).unit()).contains("USD");
    }

    private static Map<String, Object> answer(Question question, Object value, String unit) {
        return Map.of(
                "questionId",
                question.questionId().toString(),
                "segmentId",
                segment(1).toString(),
                "quote",
                "Red",
                "value",
                value,
                "confidence",
                0.9,
                "unit",
                unit);
    }

    private Understanding hear(Question asked, List<Question> open) {
        return interviewer.understand(new Hearing(asked, open, List.of(new Said(segment(1), "Well."))));
    }

    private JsonNode sent() {
        var schema = gemini.requests().getLast().path("generationConfig").path("responseSchema");
        assertThat(schema.isObject()).as(gemini.requests().getLast().toString()).isTrue();
        return schema;
    }

    private JsonNode shapes() {
        return sent().path("properties").path("answers").path("items").path("anyOf");
    }

    private JsonNode shape(int number) {
        return shapes().path(number);
    }

    private JsonNode valueOf(int number) {
        return shape(number).path("properties").path("value");
    }

    private static void mustBeInTheSubset(JsonNode schema) {
        assertThat(SUBSET).containsAll(schema.propertyNames());
        Stream.of(
                        schema.path("properties").valueStream(),
                        schema.path("anyOf").valueStream(),
                        Stream.of(schema.path("items")))
                .flatMap(inner -> inner)
                .filter(JsonNode::isObject)
                .forEach(AnswerSchemaTest::mustBeInTheSubset);
    }

    private static Question question(String text, QuestionType type) {
        var plain = new Question(
                new QuestionId(Ids.named("question", text)),
                text,
                type,
                true,
                type.hasOptions() ? List.of("Red", "Green") : List.of(),
                1,
                Signal.NONE);
        return type == QuestionType.NUMBER ? plain.measuredIn("EUR") : plain;
    }
}
