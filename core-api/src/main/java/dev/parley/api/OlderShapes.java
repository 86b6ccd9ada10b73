package dev.parley.api;

import dev.parley.api.Upcast.Shape;
import dev.parley.api.calendar.CalendarHistory;
import dev.parley.api.meeting.MeetingHistory;
import dev.parley.api.notification.NotificationHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from every shape that an event ever had to the one it has today.
 *
 * <p>To change the shape of an event: give it the next {@code @Revision}, write its golden file, keep the old one, and add one
 * {@link Upcast} to the list of its feature, {@code <Feature>History.STEPS} beside its events, which {@link #RELEASED} names.
 */
public final class OlderShapes {
    private static final List<List<Upcast>> RELEASED =
            List.of(CalendarHistory.STEPS, MeetingHistory.STEPS, NotificationHistory.STEPS);

    private final Map<Shape, Upcast> steps = new HashMap<>();

    /** Those of this version. */
    public static OlderShapes released() {
        return new OlderShapes(RELEASED.stream().flatMap(List::stream).toList());
    }

    /** @param steps in any order */
    public OlderShapes(List<Upcast> steps) {
        for (var step : steps)
            if (this.steps.put(step.from(), step) != null)
                throw new IllegalArgumentException("Two steps begin at " + step.from());
        for (var step : steps) refuseCircle(step);
    }

    /** The next step from here; empty where nothing newer is known. */
    public Optional<Upcast> next(Shape shape) {
        return Optional.ofNullable(steps.get(shape));
    }

    private void refuseCircle(Upcast start) {
        var shape = start.to();
        for (var taken = 1; steps.containsKey(shape); taken++) {
            if (taken > steps.size())
                throw new IllegalArgumentException("The steps from " + start.from() + " never end");
            shape = steps.get(shape).to();
        }
    }
}
