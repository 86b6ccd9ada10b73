package dev.parley.query.availability;

import dev.parley.api.Ids;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarEvent.SlotBooked;
import dev.parley.api.calendar.CalendarEvent.SlotEvent;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarEvent.SlotReleased;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one row per time that a meeting ever held or booked. A row that is free again stays, so that an old fact that is heard
 * once more finds a newer one.
 */
@Component
@ProcessingGroup("view.availability")
final class SlotProjection {
    private final Rows slots;

    SlotProjection(JdbcClient jdbc) {
        this.slots = new Rows(jdbc, "host_slot", "slot_id");
    }

    @EventHandler
    void on(SlotEvent event, Stamp stamp) {
        switch (event) {
            case SlotHeld e -> {
                held(e, stamp).add();
                held(e, stamp).change();
            }
            case SlotBooked e -> {
                booked(e, stamp).add();
                booked(e, stamp).change();
            }
            case SlotReleased e -> released(e, stamp).change();
        }
    }

    @ResetHandler
    void forget() {
        slots.forgetAll();
    }

    private Row held(SlotHeld e, Stamp stamp) {
        return times(row(e, e.slot(), stamp), e.slot(), e.occupied())
                .set("calendar_id", e.calendarId().value())
                .set("state", "HELD")
                .set("lapses", e.expires().toEpochMilli());
    }

    private Row booked(SlotBooked e, Stamp stamp) {
        return times(row(e, e.slot(), stamp), e.slot(), e.occupied())
                .set("calendar_id", e.calendarId().value())
                .set("state", "BOOKED")
                .set("lapses", Long.MAX_VALUE);
    }

    /** What is over takes no time any more, but counts among the meetings of its day. */
    private Row released(SlotReleased e, Stamp stamp) {
        var row = row(e, e.slot(), stamp);
        return switch (e.reason()) {
            case HOLD_RELEASED, MOVED, CANCELLED -> row.set("state", "FREE");
            case OVER -> row.set("state", "OVER").set("ends", 0L).set("occupied_to", 0L);
        };
    }

    private Row row(SlotEvent e, TimeSlot slot, Stamp stamp) {
        return slots.row(slotId(e.calendarId(), e.meetingId(), slot), stamp);
    }

    static UUID slotId(CalendarId calendar, MeetingId meeting, TimeSlot slot) {
        return Ids.named("slot", calendar, meeting, slot.start(), slot.end());
    }

    private static Row times(Row row, TimeSlot slot, TimeSlot occupied) {
        return row.set("starts", slot.start().toEpochMilli())
                .set("ends", slot.end().toEpochMilli())
                .set("occupied_from", occupied.start().toEpochMilli())
                .set("occupied_to", occupied.end().toEpochMilli());
    }
}
