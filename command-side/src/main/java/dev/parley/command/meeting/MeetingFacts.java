package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingStatus.ACTIVE;
import static dev.parley.api.meeting.MeetingStatus.CANCELLED;
import static dev.parley.api.meeting.MeetingStatus.ENDING;
import static dev.parley.api.meeting.MeetingStatus.LEAD_ABSENT;
import static dev.parley.api.meeting.MeetingStatus.LOBBY_OPEN;
import static dev.parley.api.meeting.MeetingStatus.NO_SHOW;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a meeting has become by its events; each part hears what concerns it. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class MeetingFacts {
    Appointment appointment;
    Arrangement arrangement;
    boolean disclosed;

    @Nullable
    MeetingSummary summary;

    boolean summaryApproved;
    Life life = new Life();
    GuestList guests = new GuestList();
    Attendance attendance = new Attendance();
    Absence absence = new Absence();
    Replies replies = new Replies();
    Door door = new Door();

    @SuppressWarnings("NullAway.Init") // there is nothing to tell before the first event
    MeetingFacts() {}

    Agreed agreed() {
        return new Agreed(
                arrangement.host().id(),
                arrangement.title(),
                arrangement.time(),
                appointment.meetingType(),
                life.status());
    }

    void mustBeHeardFrom(ParticipantId from, int sequence, Instant stamp) {
        life.mustNotBeOver();
        guests.mustKnow(from);
        arrangement.mustBeAskedIn(sequence);
        replies.mustBeNews(from, sequence, stamp);
    }

    void on(MeetingEvent event, Instant when) {
        switch (event) {
            case MeetingScheduled scheduled -> {
                appointment = Appointment.of(scheduled);
                arrangement = Arrangement.of(scheduled);
                scheduled.invitees().forEach(guests::add);
            }
            case QuestionSetPinned pinned ->
                appointment = appointment.pinning(pinned.questionSet().questionSetId());
            case MeetingRescheduled rescheduled -> {
                arrangement.on(rescheduled);
                replies.askAgain();
            }
            case MeetingInstantReResolved resolved -> arrangement.on(resolved);
            case InviteeResponded responded -> replies.on(responded);
            case NewTimeProposed proposed -> replies.on(proposed);
            case ProposalDeclined declined -> replies.decided(declined.participantId());
            case CalendarRepaired repaired -> arrangement.on(repaired);
            case MeetingReassigned reassigned -> arrangement.on(reassigned);
            case MeetingDetailsRevised revised -> arrangement.on(revised);
            case InviteeAdded added -> guests.add(added.invitee());
            case InviteeRemoved removed -> {
                guests.remove(removed.participantId());
                arrangement.on(removed);
            }
            case LobbyOpened _ -> life.become(LOBBY_OPEN);
            case MeetingStarted _ -> life.become(ACTIVE);
            case ParticipantJoined joined -> attendance.enter(joined.participant());
            case ParticipantLeft left -> {
                attendance.leave(left.participantId());
                door.on(left);
            }
            case EntryChosen chosen -> {
                appointment = appointment.enteredBy(chosen.entry());
                door.on(chosen);
            }
            case Moderation decided -> door.on(decided);
            case DisclosureGiven _ -> disclosed = true;
            case ConsentGiven consent -> attendance.agree(consent.participantId());
            case ConsentWithdrawn consent -> attendance.disagree(consent.participantId());
            case PoorConnectionNoted _ -> {}
            case MeetingCancelled cancelled -> {
                arrangement.on(cancelled);
                finish(CANCELLED, when);
            }
            case LeadDidNotShow absent -> {
                absence.on(absent);
                if (absent.isFinal()) finish(NO_SHOW, when);
                else life.become(LEAD_ABSENT);
            }
            case MeetingReopened _ -> life.become(ACTIVE);
            case NoShowConfirmed _ -> finish(NO_SHOW, when);
            case GoodbyeBegun _ -> life.become(ENDING);
            case MeetingEnded ended -> finish(ended.outcome(), when);
            case SummaryWritten written -> {
                summary = written.summary();
                summaryApproved = false;
            }
            case SummaryApproved _ -> summaryApproved = true;
        }
    }

    private void finish(MeetingStatus outcome, Instant when) {
        life.finish(outcome, when);
        attendance.everybodyLeaves();
    }
}
