package dev.parley.api.calendar;

import static dev.parley.api.ShapeRefusal.ENDS_BEFORE_IT_STARTS;

import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** From one time on the wall to another of the same day; {@code to} at midnight means the end of the day. */
public record Hours(LocalTime from, LocalTime to) {
    public Hours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) throw new Refused(ENDS_BEFORE_IT_STARTS, "to");
    }

    boolean overlaps(Hours other) {
        return startsBeforeTheEndOf(other) && other.startsBeforeTheEndOf(this);
    }

    private boolean startsBeforeTheEndOf(Hours other) {
        return other.lastsAllDay() || from.isBefore(other.to);
    }

    boolean lastsAllDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    /** When that is, that day. Times in a gap move later by the gap; where that leaves nothing, it is empty. */
    Optional<TimeSlot> on(LocalDate date, ZoneId zone) {
        var start = ZonedDateTime.of(date, from, zone).toInstant();
        var end = ZonedDateTime.of(lastsAllDay() ? date.plusDays(1) : date, to, zone)
                .toInstant();
        return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
    }
}
