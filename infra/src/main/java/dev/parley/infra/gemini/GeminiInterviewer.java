package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.parley.api.WireFormat;
import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.infra.gemini.GeminiFailure.Cause;
import dev.parley.saga.interview.Interviewer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands and phrases with Gemini. What does not fit the contract is a failure, so that the caller's canned path takes over. */
public final class GeminiInterviewer implements Interviewer {
    private static final String UNDERSTAND = Prompts.load("understand");
    private static final String PHRASE = Prompts.load("phrase");

    /** {@code required} sets the order in which the model writes: the evidence comes before the judgement. */
    private static final JsonObjectSchema UNDERSTOOD = JsonObjectSchema.builder()
            .addProperty(
                    "answers",
                    JsonArraySchema.builder()
                            .items(JsonObjectSchema.builder()
                                    .addStringProperty("questionId")
                                    .addStringProperty("segmentId")
                                    .addStringProperty("quote", "words of that segment, verbatim")
                                    .addStringProperty("value")
                                    .addNumberProperty("confidence", "0 to 1")
                                    .required("questionId", "segmentId", "quote", "value", "confidence")
                                    .build())
                            .build())
            .addStringProperty("counterQuestion", "what the lead asks, or empty")
            .addEnumProperty(
                    "verdict",
                    Arrays.stream(Verdict.values()).map(WireFormat::name).toList())
            .required("answers", "counterQuestion", "verdict")
            .build();

    private static final JsonObjectSchema WORDS = JsonObjectSchema.builder()
            .addStringProperty("text")
            .required("text")
            .build();

    private final Gemini gemini;

    public GeminiInterviewer(GeminiSettings settings) {
        this.gemini = new Gemini(settings);
    }

    private record Understood(
            @Nullable List<Heard> answers,
            @Nullable String counterQuestion,
            @Nullable Verdict verdict) {}

    private record Heard(
            @Nullable QuestionId questionId,
            @Nullable SegmentId segmentId,
            @Nullable String quote,
            @Nullable String value,
            double confidence) {}

    private record Words(@Nullable String text) {}

    @Override
    public String name() {
        return gemini.modelName();
    }

    @Override
    public Understanding understand(Hearing hearing) {
        var understood = gemini.ask(UNDERSTAND, hearing, UNDERSTOOD, Understood.class);
        if (understood.verdict() == null || understood.answers() == null) throw unusable("a field is missing");
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var heard : understood.answers()) {
            if (heard.questionId() == null
                    || heard.segmentId() == null
                    || heard.quote() == null
                    || heard.value() == null) throw unusable("an answer lacks a field");
            answers.put(
                    heard.questionId(),
                    new Answer(heard.value(), heard.confidence(), List.of(heard.segmentId()), heard.quote()));
        }
        var counter = Optional.ofNullable(understood.counterQuestion()).filter(question -> !question.isBlank());
        return new Understanding(understood.verdict(), answers, counter);
    }

    @Override
    public String phrase(Cue cue) {
        var text = gemini.ask(PHRASE, cue, WORDS, Words.class).text();
        if (text == null || text.isBlank()) throw unusable("no words");
        return text.strip();
    }

    private static GeminiFailure unusable(String why) {
        return new GeminiFailure(Cause.UNUSABLE, why, Duration.ZERO);
    }
}
