package dev.parley.api.calendar;

import dev.parley.api.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a host is open between two moments. */
final class Openings {
    private final List<TimeSlot> hours;
    private final List<TimeSlot> stretches;

    private Openings(List<TimeSlot> hours) {
        this.hours = hours;
        this.stretches = joined(hours);
    }

    /** Of all days that touch the range, and the ones beside them: hours may go on over midnight. */
    static Openings of(Availability availability, TimeSlot range) {
        var zone = availability.zone();
        var first = LocalDate.ofInstant(range.start(), zone).minusDays(1);
        var last = LocalDate.ofInstant(range.end(), zone).plusDays(1);
        var hours = first.datesUntil(last.plusDays(1))
                .flatMap(date -> availability.hoursOf(date).stream().flatMap(part -> part.on(date, zone).stream()))
                .sorted(Comparator.comparing(TimeSlot::start))
                .toList();
        return new Openings(hours);
    }

    /** As they were given, in order; each offers its own starts. */
    List<TimeSlot> hours() {
        return hours;
    }

    boolean contain(TimeSlot slot) {
        var low = 0;
        var high = stretches.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var stretch = stretches.get(middle);
            if (stretch.end().compareTo(slot.start()) <= 0) low = middle + 1;
            else if (stretch.start().isAfter(slot.start())) high = middle - 1;
            else return !slot.end().isAfter(stretch.end());
        }
        return false;
    }

    private static List<TimeSlot> joined(List<TimeSlot> hours) {
        var stretches = new ArrayList<TimeSlot>();
        for (var part : hours) {
            var touches = !stretches.isEmpty()
                    && !part.start().isAfter(stretches.getLast().end());
            if (!touches) stretches.add(part);
            else stretches.add(together(stretches.removeLast(), part));
        }
        return stretches;
    }

    private static TimeSlot together(TimeSlot one, TimeSlot next) {
        return new TimeSlot(one.start(), later(one.end(), next.end()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
