package dev.parley.api.questionset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Shape;
import java.util.List;
import java.util.Locale;

/**
 * The words of a question in another language.
 *
 * @param language as in BCP 47
 * @param options in the order of the question's own
 */
public record Translation(
        String language,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options) {

    public Translation {
        language = Shape.language("language", language);
        text = Shape.line("text", text, Shape.SENTENCE);
        options = Shape.each("options", options, 20, (path, option) -> Shape.line(path, option, 200));
    }

    /** Whoever speaks {@code de-AT} understands {@code de}. */
    boolean isUnderstoodIn(String other) {
        return language.equals(other)
                || language.equals(Locale.forLanguageTag(other).getLanguage());
    }
}
