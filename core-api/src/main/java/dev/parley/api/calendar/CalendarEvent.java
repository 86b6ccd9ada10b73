package dev.parley.api.calendar;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a host's calendar. */
public sealed interface CalendarEvent extends Event {
    CalendarId calendarId();

    MeetingId meetingId();

    @Revision("1")
    record SlotHeld(CalendarId calendarId, TenantId tenant, MeetingId meetingId, TimeSlot slot, Instant expires)
            implements CalendarEvent {}

    @Revision("1")
    record SlotBooked(CalendarId calendarId, MeetingId meetingId, TimeSlot slot) implements CalendarEvent {}

    @Revision("1")
    record SlotReleased(CalendarId calendarId, MeetingId meetingId, TimeSlot slot, Reason reason)
            implements CalendarEvent {}

    /** Why a time became free. */
    enum Reason {
        /** The hold lapsed or was given back. */
        HOLD_RELEASED,
        /** The meeting moved to another time. */
        MOVED,
        /** The meeting is off. */
        CANCELLED
    }
}
