package dev.parley.query.availability;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BookingRules;
import dev.parley.api.calendar.Bookings;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarQuery.RefusedLine;
import dev.parley.api.calendar.CalendarQuery.SlotLine;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.calendar.MeetingType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The starts that a host offers in a range, as the viewer's clocks show them: those that can be had, and why not the others. */
record Listing(List<SlotLine> slots, List<RefusedLine> refused, Optional<Instant> next) {
    private static final int MOST = 2_000;

    /** @param reasons whether the others are listed as well */
    static Listing of(
            TimeSlot range,
            MeetingType type,
            BookingRules rules,
            Bookings bookings,
            BusyTimes busy,
            ZoneId zone,
            boolean reasons) {
        var slots = new ArrayList<SlotLine>();
        var refused = new ArrayList<RefusedLine>();
        for (var starts = rules.starts(range).iterator(); starts.hasNext(); ) {
            var start = starts.next();
            if (slots.size() == MOST || refused.size() == MOST) return new Listing(slots, refused, Optional.of(start));
            var meeting = new TimeSlot(start, start.plus(type.duration()));
            var refusal = rules.refusal(meeting, type.occupiedBy(meeting), bookings, busy);
            if (refusal.isEmpty()) slots.add(free(meeting, zone));
            else if (reasons) refused.add(taken(start, zone, refusal.get()));
        }
        return new Listing(slots, refused, Optional.empty());
    }

    private static SlotLine free(TimeSlot meeting, ZoneId zone) {
        var local = meeting.start().atZone(zone);
        return new SlotLine(meeting.start(), meeting.end(), local.toLocalDateTime(), local.getOffset());
    }

    private static RefusedLine taken(Instant start, ZoneId zone, CalendarRefusal refusal) {
        var local = start.atZone(zone);
        return new RefusedLine(start, local.toLocalDateTime(), local.getOffset(), refusal.name());
    }
}
