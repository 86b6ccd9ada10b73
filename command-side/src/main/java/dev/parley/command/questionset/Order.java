package dev.parley.command.questionset;

import dev.parley.api.questionset.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one of several questions elsewhere. Pure. */
final class Order {
    private Order() {}

    /** @param after the one to come behind; first of all if absent */
    static List<QuestionId> moved(List<QuestionId> order, QuestionId question, Optional<QuestionId> after) {
        if (after.equals(Optional.of(question))) return order;
        var others = new ArrayList<>(order);
        others.remove(question);
        others.add(after.map(others::indexOf).orElse(-1) + 1, question);
        return List.copyOf(others);
    }
}
