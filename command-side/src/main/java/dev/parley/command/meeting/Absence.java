package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.LEAD_CAME;
import static dev.parley.api.meeting.MeetingRefusal.NOT_ABSENT;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.STILL_IN_GRACE;
import static dev.parley.api.meeting.MeetingStatus.LEAD_ABSENT;
import static dev.parley.api.meeting.MeetingStatus.NO_SHOW;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.ConfirmNoShow;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.RecordNoShow;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingReopened;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lead who does not come, how long the meeting still waits, and what ends the waiting. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Absence {
    private Optional<Instant> mayComeUntil = Optional.empty();

    static LeadDidNotShow missed(RecordNoShow command, Instant start, Life life, Attendance attendance) {
        life.mustNotBeOver();
        if (attendance.leadCame()) throw new Refused(LEAD_CAME);
        if (command.at().isBefore(start)) throw new Refused(NOT_STARTED);
        var grace = Optional.of(command.grace()).filter(Duration::isPositive);
        life.mustBeAbleToBecome(grace.isPresent() ? LEAD_ABSENT : NO_SHOW);
        return new LeadDidNotShow(command.meetingId(), grace.map(command.at()::plus));
    }

    NoShowConfirmed confirmed(ConfirmNoShow command, Life life) {
        life.mustNotBeOver();
        if (!life.is(LEAD_ABSENT)) throw new Refused(NOT_ABSENT);
        if (mayComeUntil.filter(command.at()::isBefore).isPresent()) throw new Refused(STILL_IN_GRACE);
        return new NoShowConfirmed(command.meetingId());
    }

    MeetingReopened over(JoinMeeting command) {
        if (mayComeUntil.filter(command.at()::isAfter).isPresent()) throw new Refused(ALREADY_ENDED);
        return new MeetingReopened(command.meetingId());
    }

    void on(LeadDidNotShow absent) {
        mayComeUntil = absent.mayComeUntil();
    }
}
