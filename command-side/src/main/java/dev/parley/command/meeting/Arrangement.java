package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.RESPONSE_IS_OLD;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RepairCalendar;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingEvent.CalendarRepaired;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingTime;
import java.util.Optional;

/** What calendars show of a meeting, and how often that has changed. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Arrangement {
    private String title;
    private MeetingTime time;
    private Host host;
    private int timeSequence;
    private int sequence;

    private Arrangement(String title, MeetingTime time, Host host) {
        this.title = title;
        this.time = time;
        this.host = host;
    }

    @SuppressWarnings("NullAway.Init") // filled from a snapshot
    private Arrangement() {}

    static Arrangement of(MeetingScheduled agreed) {
        return new Arrangement(agreed.title(), agreed.time(), new Host(agreed.hostId(), agreed.hostName()));
    }

    MeetingRescheduled move(RescheduleMeeting command) {
        var to = command.time();
        if (to.equals(time)) throw new Refused(NOTHING_CHANGES);
        if (to.start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        return new MeetingRescheduled(
                command.meetingId(), to, to.start(), Appointment.tzdb(to), sequence + 1, command.withSeries());
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

    Host host() {
        return host;
    }

    void on(MeetingRescheduled moved) {
        time = moved.time();
        sequence = moved.sequence();
        timeSequence = moved.sequence();
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
