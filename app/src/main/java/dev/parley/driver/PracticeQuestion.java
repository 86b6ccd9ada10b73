package dev.parley.driver;

import dev.parley.api.Ids;
import dev.parley.api.WireFormat;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** The questions that labelled personas are asked, in each of their languages. */
public record PracticeQuestion(
        String key,
        String text,
        QuestionType type,
        boolean mandatory,
        List<String> options,
        int maxFollowUps,
        Signal signal) {
    private static final Map<String, List<PracticeQuestion>> BY_LANGUAGE = load();

    public static List<PracticeQuestion> in(String language) {
        return BY_LANGUAGE.getOrDefault(language, List.of());
    }

    /** Which of them stands in what was said. */
    static Optional<String> keyIn(String words) {
        return BY_LANGUAGE.values().stream()
                .flatMap(List::stream)
                .filter(question -> words.contains(question.text()))
                .map(PracticeQuestion::key)
                .findFirst();
    }

    public Question asQuestion() {
        var id = new QuestionId(Ids.named("practice", key));
        return new Question(id, text, type, mandatory, options, maxFollowUps, signal);
    }

    static Map<String, Object> asBody(String language) {
        return Map.of(
                "title",
                title(language),
                "category",
                "sales",
                "questions",
                in(language).stream()
                        .map(question -> Map.of(
                                "text",
                                question.text(),
                                "type",
                                WireFormat.name(question.type()),
                                "mandatory",
                                question.mandatory(),
                                "options",
                                question.options(),
                                "maxFollowUps",
                                question.maxFollowUps(),
                                "signal",
                                WireFormat.name(question.signal())))
                        .toList());
    }

    static String title(String language) {
        return "Practice call (" + language + ")";
    }

    private static Map<String, List<PracticeQuestion>> load() {
        try (var file = PracticeQuestion.class.getResourceAsStream("/personas/questions.json")) {
            return WireFormat.mapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
