package dev.parley.command.questionset;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.Condition.Comparison;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.questionset.Translation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as it comes from outside: anything may be missing or misshapen. */
record QuestionBody(
        @Nullable String questionId,
        @Nullable String text,
        @Nullable String type,
        @Nullable Boolean mandatory,
        @Nullable List<String> options,
        @Nullable Integer maxFollowUps,
        @Nullable String signal,
        @Nullable List<ConditionBody> askWhen,
        @Nullable String category,
        @Nullable String unit,
        @Nullable List<TranslationBody> translations,
        @Nullable MappingBody mapping) {
    private static final int ONE_FOLLOW_UP = 1;
    private static final int CONDITIONS = 10;
    private static final int LANGUAGES = 20;

    /** When it is asked, as it comes from outside. */
    record ConditionBody(
            @Nullable String questionId,
            @Nullable String is,
            @Nullable String value) {
        Condition at(String path) {
            try {
                return new Condition(
                        new QuestionId(Shape.uuid("questionId", questionId)),
                        Shape.choice("is", is, Comparison.class),
                        requireNonNullElse(value, ""));
            } catch (Refused refused) {
                throw refused.within(path);
            }
        }
    }

    /** Its words in another language, as they come from outside. */
    record TranslationBody(
            @Nullable String language,
            @Nullable String text,
            @Nullable List<String> options) {
        Translation at(String path) {
            try {
                return new Translation(
                        Shape.language("language", language),
                        Shape.line("text", text, Shape.SENTENCE),
                        Shape.each("options", options, 20, (at, option) -> Shape.line(at, option, 200)));
            } catch (Refused refused) {
                throw refused.within(path);
            }
        }
    }

    /** The question under its own id, or else under this one. */
    Question named(QuestionId otherwise) {
        return at(questionId == null ? otherwise : new QuestionId(Shape.uuid("questionId", questionId)));
    }

    /** The question under this id, whatever it says itself. */
    Question at(QuestionId id) {
        var line = Shape.line("text", text, Shape.SENTENCE);
        return new Question(
                id,
                line,
                Shape.choice("type", type, QuestionType.class),
                requireNonNullElse(mandatory, false),
                Shape.each("options", options, 20, (path, option) -> Shape.line(path, option, 200)),
                Shape.number("maxFollowUps", requireNonNullElse(maxFollowUps, ONE_FOLLOW_UP), 0, 5),
                signal == null ? SignalGuess.of(line) : Shape.choice("signal", signal, Signal.class),
                Shape.each("askWhen", askWhen, CONDITIONS, (path, condition) -> condition.at(path)),
                Shape.optionalLine("category", category, 80),
                Shape.optionalLine("unit", unit, 20),
                Shape.each("translations", translations, LANGUAGES, (path, words) -> words.at(path)),
                Optional.ofNullable(mapping).map(MappingBody::clean));
    }

    /** As {@link #named}, with refusals that say where in the list the question stands. */
    Question named(QuestionId otherwise, String path) {
        try {
            return named(otherwise);
        } catch (Refused refused) {
            throw refused.within(path);
        }
    }
}
