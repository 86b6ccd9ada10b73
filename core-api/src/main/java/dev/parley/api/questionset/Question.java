package dev.parley.api.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_NEEDED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question with its contract for an answer.
 *
 * @param options the choices of {@code CHOICE} and {@code MULTI}; empty otherwise
 * @param maxFollowUps how often the interviewer may dig deeper, 0 to 5
 * @param signal what an answer tells about the lead, for the score
 * @param askWhen all of these must hold; asked in any case if there are none
 */
public record Question(
        QuestionId questionId,
        String text,
        QuestionType type,
        boolean mandatory,
        List<String> options,
        int maxFollowUps,
        Signal signal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Condition> askWhen) {
    private static final int CONDITIONS = 10;

    @JsonCreator
    public Question {
        text = Shape.line("text", text, Shape.SENTENCE);
        options = Shape.each("options", options, 20, (path, option) -> Shape.line(path, option, 200));
        maxFollowUps = Shape.number("maxFollowUps", maxFollowUps, 0, 5);
        if (type.hasOptions() && options.size() < 2) throw new Refused(OPTIONS_NEEDED, "options");
        askWhen = Shape.each("askWhen", askWhen, CONDITIONS, (_, condition) -> condition);
    }

    /** One that is asked in any case. */
    public Question(
            QuestionId questionId,
            String text,
            QuestionType type,
            boolean mandatory,
            List<String> options,
            int maxFollowUps,
            Signal signal) {
        this(questionId, text, type, mandatory, options, maxFollowUps, signal, List.of());
    }

    /** @param answers in their normal form, of the questions that have one */
    public boolean isDueAfter(Map<QuestionId, String> answers) {
        return askWhen.stream()
                .allMatch(condition -> condition.holdsFor(Optional.ofNullable(answers.get(condition.questionId()))));
    }

    /** What a question is about, in the terms of lead qualification (BANT and friends). */
    public enum Signal {
        NEED,
        BUDGET,
        AUTHORITY,
        TIMING,
        FIT,
        NONE
    }
}
