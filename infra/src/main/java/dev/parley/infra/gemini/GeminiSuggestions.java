package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.parley.api.WireFormat;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.questionset.Suggestions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has Gemini think of questions; where it does not answer, whoever stands behind it does. */
public final class GeminiSuggestions implements Suggestions {
    private static final Logger log = LoggerFactory.getLogger(GeminiSuggestions.class);
    private static final String SUGGEST = Prompts.load("suggest");

    /** The rationale first: a question that cannot be justified is not written. */
    private static final JsonObjectSchema WRITTEN = JsonObjectSchema.builder()
            .addProperty(
                    "suggestions",
                    JsonArraySchema.builder()
                            .items(JsonObjectSchema.builder()
                                    .addStringProperty("rationale", "one sentence")
                                    .addStringProperty("text", "one sentence, to be spoken")
                                    .addEnumProperty("type", names(QuestionType.values()))
                                    .addProperty(
                                            "options",
                                            JsonArraySchema.builder()
                                                    .items(new JsonStringSchema())
                                                    .build())
                                    .addEnumProperty("signal", names(Signal.values()))
                                    .required("rationale", "text", "type", "options", "signal")
                                    .build())
                            .build())
            .required("suggestions")
            .build();

    private final Gemini gemini;
    private final Suggestions otherwise;

    public GeminiSuggestions(GeminiSettings settings, ModelAccount account, Suggestions otherwise) {
        this.gemini = new Gemini(settings, account);
        this.otherwise = otherwise;
    }

    private record Asked(String title, String goal, List<String> questions) {}

    private record Written(@Nullable List<Idea> suggestions) {}

    private record Idea(
            @Nullable String rationale,
            @Nullable String text,
            @Nullable QuestionType type,
            @Nullable List<String> options,
            @Nullable Signal signal) {}

    @Override
    public List<Proposal> suggest(Brief brief) {
        try {
            var questions = brief.draft().stream().map(Question::text).toList();
            var written =
                    gemini.ask(SUGGEST, new Asked(brief.title(), brief.goal(), questions), WRITTEN, Written.class);
            var ideas = written.suggestions() == null ? List.<Idea>of() : written.suggestions();
            return ideas.stream().flatMap(idea -> proposal(idea).stream()).toList();
        } catch (GeminiFailure failure) {
            log.warn("{} suggests nothing, the rules do: {}", gemini.modelName(), failure.getMessage());
            return otherwise.suggest(brief);
        }
    }

    private List<Proposal> proposal(Idea idea) {
        if (idea.text() == null || idea.rationale() == null || idea.type() == null || idea.signal() == null)
            return List.of();
        var options = idea.options() == null || !idea.type().hasOptions() ? List.<String>of() : idea.options();
        return List.of(
                new Proposal(idea.text(), idea.type(), options, idea.signal(), idea.rationale(), gemini.modelName()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(WireFormat::name).toList();
    }
}
