package dev.parley.command.calendar;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarEvent.SlotBooked;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.Optional;

/**
 * The time of one meeting.
 *
 * @param occupied the slot with the buffers around it
 * @param expires of a hold
 */
record Entry(MeetingId meetingId, TimeSlot slot, TimeSlot occupied, Kind kind, Optional<Instant> expires) {

    enum Kind {
        HELD,
        BOOKED,
        /** No longer in anybody's way, but counted among the meetings of its day. */
        OVER
    }

    static Entry of(SlotHeld hold) {
        return new Entry(hold.meetingId(), hold.slot(), hold.occupied(), Kind.HELD, Optional.of(hold.expires()));
    }

    static Entry of(SlotBooked booking) {
        return new Entry(booking.meetingId(), booking.slot(), booking.occupied(), Kind.BOOKED, Optional.empty());
    }

    Entry over() {
        return new Entry(meetingId, slot, occupied, Kind.OVER, Optional.empty());
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isFor(MeetingId meeting, TimeSlot time) {
        return meetingId.equals(meeting) && slot.equals(time);
    }

    /** A hold stands until it lapses, whether or not anybody has released it. */
    boolean stands(Instant at) {
        return switch (kind) {
            case HELD -> expires.filter(at::isBefore).isPresent();
            case BOOKED -> true;
            case OVER -> false;
        };
    }

    /** As much kept free around another time as around this. */
    TimeSlot sameBuffersAround(TimeSlot other) {
        return new TimeSlot(
                other.start()
                        .minusSeconds(
                                slot.start().getEpochSecond() - occupied.start().getEpochSecond()),
                other.end()
                        .plusSeconds(
                                occupied.end().getEpochSecond() - slot.end().getEpochSecond()));
    }
}
