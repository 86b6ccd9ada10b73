package dev.parley.saga.interview;

import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Participant;
import dev.parley.api.questionset.Question;
import java.util.List;

/** What to do next, and which questions are left aside for it. */
record Plan(List<Aside> asides, Move move) {

    /** A question that gets no answer, and why. */
    record Aside(Question question, MoveReason reason) {}

    sealed interface Move {}

    record Greet() implements Move {}

    record Ask(Question question, int followUp, MoveReason reason) implements Move {}

    /** Lets somebody speak who asked to; what is planned otherwise comes after that. */
    record Yield(Participant to) implements Move {}

    /** Says goodbye. */
    record Close(MoveReason reason) implements Move {}

    /** The goodbye was said already; only the end is not on record. */
    record Complete(MoveReason reason) implements Move {}
}
