package dev.parley.api;

import java.time.Instant;

/** A half-open range of time: back-to-back slots do not overlap. */
public record TimeSlot(Instant start, Instant end) {
    public TimeSlot {
        if (!start.isBefore(end))
            throw new IllegalArgumentException("a slot ends after it starts: " + start + " to " + end);
    }

    public boolean overlaps(TimeSlot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
