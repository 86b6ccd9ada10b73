package dev.parley.api.calendar;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.TimeSlot;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
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
            Instant expires,
            Terms terms)
            implements CalendarCommand {
        public HoldSlot(
                CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot, Instant expires) {
            this(calendarId, by, at, meetingId, slot, expires, Terms.USUAL);
        }
    }

    /**
     * What else matters for a hold.
     *
     * @param meetingType slug of a kind that the host offers, which brings its buffers; for others there are none, and a meeting that moves keeps its own
     * @param overrule whether the host's own rules may be broken; a conflict never may
     * @param elsewhere what the host's other calendar says
     */
    record Terms(String meetingType, boolean overrule, BusyTimes elsewhere) {
        public static final Terms USUAL = new Terms("", false, BusyTimes.NO_FEED);
    }

    /**
     * Like {@link HoldSlot}, by somebody without an account: only what the host offers to everybody, and not too much at once.
     * Answers with {@link Held}.
     */
    record HoldOfferedSlot(
            @TargetAggregateIdentifier CalendarId calendarId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            Instant start,
            Instant expires,
            String meetingType,
            BusyTimes elsewhere)
            implements CalendarCommand {}

    /** Says nothing about how often the calendar changes, which is no stranger's business. */
    record Held(Instant expires) implements Accepted {
        @Override
        public long version() {
            return 0;
        }
    }

    /** Answers with what the host {@link Offered} to everybody, or refuses; changes nothing. */
    record ConfirmOffer(@TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, String meetingType)
            implements CalendarCommand {}

    /** A meeting that anybody may book. */
    record Offered(CalendarEvent.Owner owner, MeetingType meetingType) {}

    /** Reserves a time for each of several meetings, or none; otherwise as {@link HoldSlot}. */
    record HoldSlots(
            @TargetAggregateIdentifier CalendarId calendarId,
            Actor by,
            Instant at,
            List<Wanted> wanted,
            Instant expires,
            Terms terms)
            implements CalendarCommand {
        public HoldSlots {
            wanted = Shape.atMost(100, "wanted", wanted);
        }
    }

    record Wanted(MeetingId meetingId, TimeSlot slot) {}

    /**
     * Books a time for a meeting; the hold of it ends, and an earlier booking of the meeting becomes free. A hold that has lapsed is no obstacle as
     * long as nobody else took the time.
     */
    record BookSlot(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot)
            implements CalendarCommand {}

    /**
     * Moves what is booked for a meeting to where new rules of its zone put it. Nothing stands in the way: people agreed on the
     * wall clock, and that has not changed.
     */
    record CarryBookingAlong(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot)
            implements CalendarCommand {}

    /** Gives back a time that the meeting held; what it booked, and what else it holds, stays. */
    record ReleaseHold(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId, TimeSlot slot)
            implements CalendarCommand {}

    /** Gives everything back that the meeting held or booked. */
    record ReleaseSlot(@TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, MeetingId meetingId)
            implements CalendarCommand {}

    /** Answers with {@link Settled}, as all that change the settings do. */
    record DefineAvailability(
            @TargetAggregateIdentifier CalendarId calendarId,
            Actor by,
            Instant at,
            OptionalLong seen,
            Availability availability)
            implements SettingsCommand {}

    /** Adds a kind of meeting, or says anew what it is. */
    record DefineMeetingType(
            @TargetAggregateIdentifier CalendarId calendarId,
            Actor by,
            Instant at,
            OptionalLong seen,
            MeetingType meetingType)
            implements SettingsCommand {}

    record RetireMeetingType(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, OptionalLong seen, String slug)
            implements SettingsCommand {}

    record ConnectBusyFeed(
            @TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, OptionalLong seen, String server)
            implements SettingsCommand {}

    record DisconnectBusyFeed(@TargetAggregateIdentifier CalendarId calendarId, Actor by, Instant at, OptionalLong seen)
            implements SettingsCommand {}

    /** Changes what a host has decided about being booked; only the host does. */
    sealed interface SettingsCommand extends CalendarCommand {
        /** The edition that the host saw; empty where that does not matter. Bookings made meanwhile are no obstacle. */
        OptionalLong seen();
    }

    /** @param edition of the settings after the command, which clients see as their version */
    record Settled(int edition) implements Accepted {
        @Override
        public long version() {
            return edition;
        }
    }
}
