package dev.parley.query.availability;

import static dev.parley.api.ShapeRefusal.RANGE_TOO_LONG;

import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.query.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The range of time that somebody looks for a slot in: the next two weeks, unless they say. */
final class RangeAsked {
    private static final Duration USUAL = Duration.ofDays(14);

    private RangeAsked() {}

    /** @param longest in days */
    static TimeSlot of(Optional<String> from, Optional<String> to, ZoneId zone, Instant now, int longest) {
        var start = Asked.from(from, zone).orElse(now);
        var end = Asked.to(to, zone).orElseGet(() -> start.plus(USUAL));
        Asked.inOrder(start, end);
        if (Duration.between(start, end).compareTo(Duration.ofDays(longest)) > 0)
            throw new Refused(RANGE_TOO_LONG, "to");
        return new TimeSlot(start, end.isAfter(start) ? end : start.plusMillis(1));
    }
}
