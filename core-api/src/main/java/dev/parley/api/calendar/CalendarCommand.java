package dev.parley.api.calendar;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.TimeSlot;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a host's calendar can be asked to do. */
public sealed interface CalendarCommand extends Command {
    CalendarId calendarId();

    /**
     * Reserves a time for a meeting that is about to be scheduled or moved; the hold lapses at {@code expires}. Other
     * times that the meeting holds or has booked stay its own.
     */
    record HoldSlot(
            @TargetAggregateIdentifier CalendarId calendarId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            TimeSlot slot,
            Instant expires)
            implements CalendarCommand {}

    /**
     * Books a time for a meeting; the hold of it ends, and an earlier booking of the meeting becomes free. A hold that has lapsed is no obstacle as
     * long as nobody else took the time.
     */
    record BookSlot(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot)
            implements CalendarCommand {}

    /** Gives back a time that the meeting held; what it booked, and what else it holds, stays. */
    record ReleaseHold(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot)
            implements CalendarCommand {}

    /** Gives everything back that the meeting held or booked. */
    record ReleaseSlot(@TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId)
            implements CalendarCommand {}
}
