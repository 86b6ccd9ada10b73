package dev.parley.api;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step in the history of an event's shape: how what was stored in one revision reads in the next. A renamed event changes
 * its name in such a step.
 *
 * @param change may change its argument, which belongs to it
 */
public record Upcast(Shape from, Shape to, UnaryOperator<ObjectNode> change) {

    /** @param event a stable name, for instance {@code meeting.MeetingScheduled} */
    public record Shape(String event, String revision) {
        @Override
        public String toString() {
            return event + " in revision " + revision;
        }
    }

    /** Of an event that keeps its name. */
    public static Upcast of(String event, String from, String to, UnaryOperator<ObjectNode> change) {
        return new Upcast(new Shape(event, from), new Shape(event, to), change);
    }
}
