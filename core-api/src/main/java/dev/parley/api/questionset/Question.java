package dev.parley.api.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_NEEDED;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.util.List;

/**
 * One question with its contract for an answer.
 *
 * @param options the choices of {@code CHOICE} and {@code MULTI}; empty otherwise
 * @param maxFollowUps how often the interviewer may dig deeper, 0 to 5
 * @param signal what an answer tells about the lead, for the score
 */
public record Question(
        QuestionId questionId,
        String text,
        QuestionType type,
        boolean mandatory,
        List<String> options,
        int maxFollowUps,
        Signal signal) {
    public Question {
        text = Shape.line("text", text, Shape.SENTENCE);
        options = Shape.each("options", options, 20, (path, option) -> Shape.line(path, option, 200));
        maxFollowUps = Shape.number("maxFollowUps", maxFollowUps, 0, 5);
        if (type.hasOptions() && options.size() < 2) throw new Refused(OPTIONS_NEEDED, "options");
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
