package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Hearing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an answer may look like, as a schema that the model must keep to: one shape for each type of question, made of nothing but
 * the keywords that Gemini takes. What comes back is checked all the same, by whoever puts it on record.
 */
final class AnswerSchema {
    /** Too complex a schema is refused; further questions are answered in the shape that fits all. */
    private static final int QUESTIONS_IN_DETAIL = 8;

    private AnswerSchema() {}

    /** Of any answer that may be heard. */
    static JsonSchemaElement ofAny(Hearing hearing) {
        var questions = Stream.concat(Stream.of(hearing.asked()), hearing.open().stream())
                .toList();
        var shapes = questions.stream().limit(QUESTIONS_IN_DETAIL).map(AnswerSchema::of);
        var others = questions.size() > QUESTIONS_IN_DETAIL ? Stream.of(ofOthers()) : Stream.<JsonObjectSchema>empty();
        return JsonAnyOfSchema.builder()
                .anyOf(Stream.<JsonSchemaElement>concat(shapes, others).toList())
                .build();
    }

    /** Of an answer to this question. */
    static JsonObjectSchema of(Question question) {
        var id = JsonEnumSchema.builder()
                .enumValues(question.questionId().toString())
                .build();
        return question.type() == QuestionType.NUMBER
                ? answer(id, value(question))
                        .addStringProperty("unit", unit(question))
                        .build()
                : answer(id, value(question)).build();
    }

    private static JsonObjectSchema ofOthers() {
        return answer(new JsonStringSchema(), new JsonStringSchema()).build();
    }

    /** {@code required} sets the order in which the model writes: the evidence comes before the value. */
    private static JsonObjectSchema.Builder answer(JsonSchemaElement id, JsonSchemaElement value) {
        return JsonObjectSchema.builder()
                .addProperty("questionId", id)
                .addStringProperty("segmentId")
                .addStringProperty("quote", "words of that segment, verbatim")
                .addProperty("value", value)
                .addNumberProperty("confidence", "0 to 1")
                .required("questionId", "segmentId", "quote", "value", "confidence");
    }

    private static JsonSchemaElement value(Question question) {
        return switch (question.type()) {
            case OPEN -> text("the gist in one sentence");
            case YES_NO -> oneOf(List.of("yes", "no"));
            case SCALE -> JsonIntegerSchema.builder().description("1 to 10").build();
            case NUMBER ->
                JsonNumberSchema.builder().description(unit(question)).build();
            case DATE -> text("an ISO date, or the words if only a month, quarter or season is known");
            case CHOICE -> oneOf(question.options());
            case MULTI ->
                JsonArraySchema.builder().items(oneOf(question.options())).build();
        };
    }

    private static String unit(Question question) {
        return question.unit().isEmpty()
                ? "a currency as in ISO 4217, or %, if one was named"
                : "in " + question.unit() + ", unless another was named";
    }

    private static JsonStringSchema text(String description) {
        return JsonStringSchema.builder().description(description).build();
    }

    private static JsonEnumSchema oneOf(List<String> values) {
        return JsonEnumSchema.builder().enumValues(values).build();
    }

    /** A value as it came, in the normal form of answers; empty if there is none. */
    static Optional<String> read(JsonNode value) {
        var text = value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("; "))
                : value.asString("");
        return Optional.of(text).filter(words -> !words.isBlank());
    }
}
