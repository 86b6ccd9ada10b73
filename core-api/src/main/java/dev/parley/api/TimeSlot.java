package dev.parley.api;

import java.time.Duration;
import java.time.Instant;

/** A half-open range of time: back-to-back slots do not overlap. */
public record TimeSlot(Instant start, Instant end) {
    public static final Duration LONGEST_BUFFER = Duration.ofHours(4);

    public TimeSlot {
        if (!start.isBefore(end))
            throw new IllegalArgumentException("a slot ends after it starts: " + start + " to " + end);
    }

    /** With the most that any meeting keeps free before and after it. */
    public TimeSlot withBuffers() {
        return new TimeSlot(start.minus(LONGEST_BUFFER), end.plus(LONGEST_BUFFER));
    }

    public boolean overlaps(TimeSlot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
