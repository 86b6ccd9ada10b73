package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.MOVED_TOO_OFTEN;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.OTHER_ZONE_RULES;
import static dev.parley.api.meeting.MeetingRefusal.RESPONSE_IS_OLD;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ReResolveMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingEvent.CalendarRepaired;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ReplyCommand.RepairCalendar;
import java.time.Instant;
import java.util.Optional;

/** What calendars show of a meeting, and how often that has changed. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Arrangement {
    /** Everybody who is invited gets a letter about each; whoever holds the lead's link must not write them without end. */
    private static final int MOST_MOVES_BY_LINK = 10;

    private String title;
    private MeetingTime time;
    private Instant start;
    private String tzdb;
    private Host host;
    private int timeSequence;
    private int sequence;
    private int moves;

    private Arrangement(MeetingScheduled agreed) {
        this.title = agreed.title();
        this.time = agreed.time();
        this.start = agreed.start();
        this.tzdb = agreed.tzdb();
        this.host = new Host(agreed.hostId(), agreed.hostName());
    }

    @SuppressWarnings("NullAway.Init") // filled from a snapshot
    private Arrangement() {}

    static Arrangement of(MeetingScheduled agreed) {
        return new Arrangement(agreed);
    }

    /** However somebody's clocks write it. */
    boolean isAt(MeetingTime other) {
        return other.start().equals(start) && other.duration().equals(time.duration());
    }

    void mayMoveByLink() {
        if (moves >= MOST_MOVES_BY_LINK) throw new Refused(MOVED_TOO_OFTEN);
    }

    MeetingRescheduled move(RescheduleMeeting command) {
        var to = command.time();
        if (to.equals(time)) throw new Refused(NOTHING_CHANGES);
        if (to.start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        return new MeetingRescheduled(
                command.meetingId(), to, to.start(), Appointment.tzdb(to), sequence + 1, command.withSeries());
    }

    /** Empty if the rules that it was understood by are as new, or put it at the same instant. */
    Optional<MeetingInstantReResolved> resolveAnew(ReResolveMeeting command) {
        var rules = Appointment.tzdb(time);
        if (!rules.equals(command.tzdb())) throw new Refused(OTHER_ZONE_RULES);
        if (rules.compareTo(tzdb) <= 0 || time.start().equals(start)) return Optional.empty();
        return Optional.of(new MeetingInstantReResolved(
                command.meetingId(), time, time.start(), start, rules, tzdb, sequence + 1));
    }

    MeetingReassigned handOver(ReassignMeeting command) {
        var to = command.host();
        if (to.id().equals(host.id())) throw new Refused(NOTHING_CHANGES, "hostId");
        return new MeetingReassigned(command.meetingId(), to.id(), to.name(), command.reason(), sequence + 1);
    }

    MeetingDetailsRevised rename(ReviseMeetingDetails command) {
        if (command.title().equals(title)) throw new Refused(NOTHING_CHANGES, "title");
        return new MeetingDetailsRevised(command.meetingId(), command.title(), sequence + 1);
    }

    InviteeRemoved without(RemoveInvitee command) {
        return new InviteeRemoved(command.meetingId(), command.participantId(), sequence + 1);
    }

    MeetingCancelled callOff(CancelMeeting command) {
        var side = GuestList.sideOf(command.by());
        return new MeetingCancelled(
                command.meetingId(), command.reason(), sequence + 1, Optional.of(side), command.withSeries());
    }

    CalendarRepaired repair(RepairCalendar command) {
        return new CalendarRepaired(command.meetingId(), command.participantId(), sequence + 1);
    }

    /** Of a document that we sent, and that speaks of the time that stands: a yes to another time is none to this. */
    void mustBeAskedIn(int answered) {
        if (answered < timeSequence || answered > sequence) throw new Refused(RESPONSE_IS_OLD);
    }

    String title() {
        return title;
    }

    MeetingTime time() {
        return time;
    }

    /** As everybody was told, which the newest rules may not say yet. */
    Instant start() {
        return start;
    }

    Host host() {
        return host;
    }

    void on(MeetingInstantReResolved resolved) {
        start = resolved.start();
        tzdb = resolved.tzdb();
        sequence = resolved.sequence();
    }

    void on(MeetingRescheduled moved) {
        time = moved.time();
        start = moved.start();
        tzdb = moved.tzdb();
        sequence = moved.sequence();
        timeSequence = moved.sequence();
        moves++;
    }

    void on(MeetingReassigned reassigned) {
        host = new Host(reassigned.hostId(), reassigned.hostName());
        sequence = reassigned.sequence();
    }

    void on(MeetingDetailsRevised revised) {
        title = revised.title();
        sequence = revised.sequence();
    }

    void on(InviteeRemoved removed) {
        sequence = removed.sequence();
    }

    void on(CalendarRepaired repaired) {
        sequence = repaired.sequence();
    }

    void on(MeetingCancelled cancelled) {
        sequence = cancelled.sequence();
    }
}
