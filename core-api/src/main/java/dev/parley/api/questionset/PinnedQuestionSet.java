package dev.parley.api.questionset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published version of a question set, as it was.
 *
 * @param languages in which all of it can be asked, its own first; empty where nobody said which they are
 * @param language to ask in, as was agreed with the lead; the set's own if absent
 */
public record PinnedQuestionSet(
        QuestionSetId questionSetId,
        int version,
        String title,
        List<Question> questions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> languages,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> language) {

    @JsonCreator
    public PinnedQuestionSet {
        languages = Shape.each("languages", languages, Languages.MOST + 1, Shape::language);
    }

    /** In the language in which it is written, whichever that is. */
    public PinnedQuestionSet(QuestionSetId questionSetId, int version, String title, List<Question> questions) {
        this(questionSetId, version, title, questions, List.of(), Optional.empty());
    }

    /** The same, to be asked in this language; empty if it cannot be. Whoever speaks {@code de-AT} is asked in {@code de}. */
    public Optional<PinnedQuestionSet> in(String wanted) {
        var wider = Locale.forLanguageTag(wanted).getLanguage();
        return languages.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> languages.stream().filter(wider::equals).findFirst())
                .map(tag ->
                        new PinnedQuestionSet(questionSetId, version, title, questions, languages, Optional.of(tag)));
    }
}
