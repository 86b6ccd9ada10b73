package dev.parley.api.calendar;

import dev.parley.api.TimeSlot;
import java.util.List;

/**
 * What another calendar of the host says about a range of time.
 *
 * @param times may overlap and come in any order
 */
public record BusyTimes(State state, List<TimeSlot> times) {
    public static final BusyTimes NO_FEED = new BusyTimes(State.NONE, List.of());

    /** How far it can be trusted. */
    public enum State {
        /** No other calendar is connected. */
        NONE,
        /** One is, but was never read. */
        UNREAD,
        FRESH,
        /** It was last read too long ago. */
        STALE
    }

    /** Only what reaches into one of these ranges. */
    public BusyTimes within(List<TimeSlot> ranges) {
        return new BusyTimes(
                state,
                times.stream()
                        .filter(time -> ranges.stream().anyMatch(time::overlaps))
                        .toList());
    }

    boolean areUnknown() {
        return state == State.UNREAD || state == State.STALE;
    }

    boolean overlap(TimeSlot range) {
        return times.stream().anyMatch(range::overlaps);
    }
}
