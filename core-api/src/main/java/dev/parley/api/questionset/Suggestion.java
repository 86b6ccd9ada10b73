package dev.parley.api.questionset;

import dev.parley.api.Shape;

/**
 * A question that a model or a rule proposes.
 *
 * @param rationale why it is worth asking, for whoever decides
 * @param from the model, or the rules
 */
public record Suggestion(Question question, String rationale, String from) {
    public Suggestion {
        rationale = Shape.line("rationale", rationale, Shape.SENTENCE);
        from = Shape.line("from", from, 80);
    }
}
