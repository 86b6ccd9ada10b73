package dev.parley.api.calendar;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.Held;
import dev.parley.api.calendar.CalendarCommand.Settled;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a host's calendar. */
public sealed interface CalendarEvent extends Event {
    CalendarId calendarId();

    /** What happens to the time of one meeting. */
    sealed interface SlotEvent extends CalendarEvent {
        MeetingId meetingId();
    }

    /** What the host decides about being booked. Each such decision makes the next edition of the calendar's settings. */
    sealed interface SettingsEvent extends CalendarEvent, AnsweringEvent {
        Owner owner();

        int edition();

        @Override
        default Settled answer(long version) {
            return new Settled(edition());
        }
    }

    /** Whose calendar it is. */
    record Owner(TenantId tenant, String id, String name) {}

    /**
     * @param occupied the slot with the buffers around it
     * @param overruled rules of the host's own that this breaks because whoever scheduled it said so
     */
    @Revision("2")
    record SlotHeld(
            CalendarId calendarId,
            TenantId tenant,
            MeetingId meetingId,
            TimeSlot slot,
            TimeSlot occupied,
            Instant expires,
            List<CalendarRefusal> overruled)
            implements SlotEvent, AnsweringEvent {
        public SlotHeld(CalendarId calendarId, TenantId tenant, MeetingId meetingId, TimeSlot slot, Instant expires) {
            this(calendarId, tenant, meetingId, slot, slot, expires, List.of());
        }

        @Override
        public Held answer(long version) {
            return new Held(expires);
        }
    }

    /** @param occupied the slot with the buffers around it */
    @Revision("2")
    record SlotBooked(CalendarId calendarId, MeetingId meetingId, TimeSlot slot, TimeSlot occupied)
            implements SlotEvent {
        public SlotBooked(CalendarId calendarId, MeetingId meetingId, TimeSlot slot) {
            this(calendarId, meetingId, slot, slot);
        }
    }

    @Revision("1")
    record SlotReleased(CalendarId calendarId, MeetingId meetingId, TimeSlot slot, Reason reason)
            implements SlotEvent {}

    @Revision("1")
    record AvailabilityDefined(CalendarId calendarId, Owner owner, int edition, Availability availability)
            implements SettingsEvent {}

    @Revision("1")
    record MeetingTypeDefined(CalendarId calendarId, Owner owner, int edition, MeetingType meetingType)
            implements SettingsEvent {}

    @Revision("1")
    record MeetingTypeRetired(CalendarId calendarId, Owner owner, int edition, String slug) implements SettingsEvent {}

    /** @param server of the other calendar; the address itself is a secret, which nothing that is kept for ever may hold */
    @Revision("1")
    record BusyFeedConnected(CalendarId calendarId, Owner owner, int edition, String server) implements SettingsEvent {}

    @Revision("1")
    record BusyFeedDisconnected(CalendarId calendarId, Owner owner, int edition) implements SettingsEvent {}

    /** Why a time became free. */
    enum Reason {
        /** The hold lapsed or was given back. */
        HOLD_RELEASED,
        /** The meeting moved to another time. */
        MOVED,
        /** The meeting is off. */
        CANCELLED,
        /** The meeting has begun, or should have: it still counts among the meetings of its day. */
        OVER
    }
}
