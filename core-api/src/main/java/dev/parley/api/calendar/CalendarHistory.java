package dev.parley.api.calendar;

import dev.parley.api.Upcast;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What events of calendars looked like before. */
public final class CalendarHistory {
    public static final List<Upcast> STEPS = List.of(
            Upcast.of("calendar.SlotHeld", "1", "2", CalendarHistory::withNothingOverruled),
            Upcast.of("calendar.SlotBooked", "1", "2", CalendarHistory::withoutBuffers));

    private CalendarHistory() {}

    private static ObjectNode withoutBuffers(ObjectNode event) {
        event.set("occupied", event.path("slot").deepCopy());
        return event;
    }

    /** There were no rules then that anybody could have overruled. */
    private static ObjectNode withNothingOverruled(ObjectNode event) {
        withoutBuffers(event).putArray("overruled");
        return event;
    }
}
