package dev.parley.infra.busyfeeds;

import dev.parley.api.TimeSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges of time as few as they can be told. */
final class Merged {
    private Merged() {}

    static List<TimeSlot> of(List<TimeSlot> times) {
        var merged = new ArrayList<TimeSlot>();
        for (var time :
                times.stream().sorted(Comparator.comparing(TimeSlot::start)).toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || time.start().isAfter(last.end())) merged.add(time);
            else if (time.end().isAfter(last.end()))
                merged.set(merged.size() - 1, new TimeSlot(last.start(), time.end()));
        }
        return merged;
    }
}
