package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.parley.api.WireFormat;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.saga.interview.Interviewer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Understands and phrases with Gemini. What does not fit the contract is a failure, so that the caller's canned path takes over. */
public final class GeminiInterviewer implements Interviewer {
    private static final String UNDERSTAND = Prompts.load("understand");
    private static final String PHRASE = Prompts.load("phrase");

    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(WireFormat::name).toList();

    private static final JsonObjectSchema WORDS = JsonObjectSchema.builder()
            .addStringProperty("text")
            .required("text")
            .build();

    private final Gemini gemini;

    public GeminiInterviewer(GeminiSettings settings, ModelAccount account) {
        this.gemini = new Gemini(settings, account);
    }

    /** {@code required} sets the order in which the model writes: the evidence comes before the judgement. */
    private static JsonObjectSchema understood(Hearing hearing) {
        return JsonObjectSchema.builder()
                .addProperty(
                        "answers",
                        JsonArraySchema.builder()
                                .items(AnswerSchema.ofAny(hearing))
                                .build())
                .addStringProperty("counterQuestion", "what the lead asks, or empty")
                .addEnumProperty("verdict", VERDICTS)
                .required("answers", "counterQuestion", "verdict")
                .build();
    }

    private record Understood(
            @Nullable List<Heard> answers,
            @Nullable String counterQuestion,
            @Nullable Verdict verdict) {}

    private record Heard(
            @Nullable QuestionId questionId,
            @Nullable SegmentId segmentId,
            @Nullable String quote,
            @Nullable JsonNode value,
            double confidence,
            @Nullable String unit) {}

    private record Words(@Nullable String text) {}

    @Override
    public String name() {
        return gemini.modelName();
    }

    @Override
    public Understanding understand(Hearing hearing) {
        var understood = gemini.ask(UNDERSTAND, hearing, understood(hearing), Understood.class);
        if (understood.verdict() == null || understood.answers() == null) throw unusable("a field is missing");
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var heard : understood.answers()) {
            if (heard.questionId() == null
                    || heard.segmentId() == null
                    || heard.quote() == null
                    || heard.value() == null) throw unusable("an answer lacks a field");
            var value = AnswerSchema.read(heard.value()).orElseThrow(() -> unusable("an answer has no value"));
            var unit = Optional.ofNullable(heard.unit()).filter(named -> !named.isBlank());
            answers.put(
                    heard.questionId(),
                    new Answer(value, heard.confidence(), List.of(heard.segmentId()), heard.quote(), unit));
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
        return new GeminiFailure(ModelTrouble.UNUSABLE, why, Duration.ZERO);
    }
}
