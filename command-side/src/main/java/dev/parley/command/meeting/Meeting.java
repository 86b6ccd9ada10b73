package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.*;
import static dev.parley.api.meeting.MeetingStatus.*;
import static dev.parley.command.meeting.Oneself.isGuest;
import static dev.parley.command.meeting.Oneself.mustBe;
import static dev.parley.command.meeting.Oneself.mustNotBeAGuest;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.CommandSide;
import dev.parley.command.Speakers.Speaker;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A meeting from the appointment to the summary. Its words are not here but in the transcript, its moves in the interview. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("1") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Meeting {
    @AggregateIdentifier
    private MeetingId meetingId;

    private Appointment appointment;
    private String title;
    private MeetingTime time;
    private int sequence;
    private boolean disclosed;
    private @Nullable MeetingSummary summary;
    private Life life = new Life();
    private GuestList guests = new GuestList();
    private Attendance attendance = new Attendance();

    Meeting() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (appointment == null || command instanceof ScheduleMeeting) return;
        confirm(command.by().tenant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Scheduled handle(ScheduleMeeting command) {
        if (appointment != null) {
            if (!appointment.isMadeBy(command)) throw new Refused(ID_REUSED, "meetingId");
            return appointment.answer();
        }
        mustNotBeAGuest(command.by());
        Appointment.check(command);
        var event = Appointment.scheduled(command);
        apply(event);
        command.questionSet().ifPresent(set -> apply(new QuestionSetPinned(command.meetingId(), set)));
        return event.answer(getVersion());
    }

    @CommandHandler
    Agreed handle(ConfirmMeeting command) {
        return new Agreed(appointment.hostId(), title, time, life.status());
    }

    @CommandHandler
    Long handle(RescheduleMeeting command) {
        mustNotBeAGuest(command.by());
        life.mustNotHaveStarted();
        if (command.time().equals(time)) throw new Refused(NOTHING_CHANGES);
        if (command.time().start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        apply(new MeetingRescheduled(
                meetingId, command.time(), command.time().start(), Appointment.tzdb(command.time()), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseMeetingDetails command) {
        mustNotBeAGuest(command.by());
        life.mustNotBeOver();
        if (command.title().equals(title)) throw new Refused(NOTHING_CHANGES, "title");
        apply(new MeetingDetailsRevised(meetingId, command.title(), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(RearrangeMeeting command) {
        handle(new RescheduleMeeting(meetingId, command.by(), command.at(), command.time()));
        return handle(new ReviseMeetingDetails(meetingId, command.by(), command.at(), command.title()));
    }

    @CommandHandler
    Long handle(AddInvitee command) {
        mustNotBeAGuest(command.by());
        life.mustNotBeOver();
        guests.mayAdd(command.invitee());
        apply(new InviteeAdded(meetingId, command.invitee()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RemoveInvitee command) {
        mustNotBeAGuest(command.by());
        life.mustNotBeOver();
        guests.mayRemove(command.participantId());
        apply(new InviteeRemoved(meetingId, command.participantId(), sequence + 1));
        return getVersion();
    }

    /** The lead may call it off as well as the host; the other guests may only stay away. */
    @CommandHandler
    Long handle(CancelMeeting command) {
        if (!guests.isTheLead(command.by())) mustNotBeAGuest(command.by());
        if (life.is(CANCELLED)) return getVersion();
        life.mustNotHaveStarted();
        apply(new MeetingCancelled(meetingId, command.reason(), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(OpenLobby command) {
        mustNotBeAGuest(command.by());
        life.mustNotHaveStarted();
        if (life.is(LOBBY_OPEN)) return getVersion();
        apply(new LobbyOpened(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(StartMeeting command) {
        mustNotBeAGuest(command.by());
        life.mustNotHaveStarted();
        apply(new MeetingStarted(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(JoinMeeting command) {
        var participant = command.participant();
        mustBe(participant.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        Entrance.mustBeOpenTo(participant, command.by(), appointment, guests);
        if (life.is(SCHEDULED) && participant.role() != Role.HOST) throw new Refused(NOT_OPEN_YET);
        if (attendance.isPresent(participant.participantId())) return getVersion();
        apply(new ParticipantJoined(meetingId, participant));
        return getVersion();
    }

    @CommandHandler
    Long handle(LeaveMeeting command) {
        if (command.by().kind() != Actor.Kind.SYSTEM) mustBe(command.participantId(), command.by(), meetingId);
        attendance.mustBePresent(command.participantId());
        apply(new ParticipantLeft(meetingId, command.participantId(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(GiveDisclosure command) {
        mustBe(ParticipantId.interviewerOf(meetingId), command.by(), meetingId);
        life.mustBeRunning();
        if (disclosed) return getVersion();
        apply(new DisclosureGiven(meetingId, command.text()));
        return getVersion();
    }

    /** A guest cannot agree to what they have not been told; the sales team knows whom it sends. */
    @CommandHandler
    Long handle(GiveConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        attendance.mustBePresent(command.participantId());
        if (isGuest(command.by()) && appointment.isLedByTheAi() && !disclosed) throw new Refused(NOT_DISCLOSED);
        if (attendance.agrees(command.participantId())) return getVersion();
        apply(new ConsentGiven(meetingId, command.participantId(), command.text()));
        return getVersion();
    }

    @CommandHandler
    Long handle(WithdrawConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        if (!attendance.agrees(command.participantId())) throw new Refused(NO_CONSENT);
        apply(new ConsentWithdrawn(meetingId, command.participantId()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordNoShow command) {
        mustNotBeAGuest(command.by());
        if (life.is(NO_SHOW)) return getVersion();
        life.mustNotBeOver();
        if (attendance.leadCame()) throw new Refused(LEAD_CAME);
        if (command.at().isBefore(time.start())) throw new Refused(NOT_STARTED);
        apply(new LeadDidNotShow(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(EndMeeting command) {
        mustNotBeAGuest(command.by());
        life.mustBeRunning();
        apply(new MeetingEnded(meetingId, attendance.leadCame() ? COMPLETED : ABANDONED, command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(WriteSummary command) {
        mustNotBeAGuest(command.by());
        if (!life.isOver()) throw new Refused(NOT_ENDED);
        life.mustHaveHappened();
        if (command.summary().equals(summary)) return getVersion();
        apply(new SummaryWritten(meetingId, command.summary()));
        return getVersion();
    }

    void confirm(TenantId tenant) {
        if (!appointment.tenant().equals(tenant)) throw new Refused(MEETING_UNKNOWN);
    }

    /** Who may be heard: see {@link dev.parley.command.Speakers}. */
    Speaker speaking(ParticipantId participant, Instant at, Duration grace) {
        life.mustBeWithinEarshot(at, grace);
        return attendance.speaker(participant, disclosed);
    }

    @EventSourcingHandler
    void on(MeetingEvent event, @Timestamp Instant when) {
        switch (event) {
            case MeetingScheduled scheduled -> {
                meetingId = scheduled.meetingId();
                appointment = Appointment.of(scheduled);
                title = scheduled.title();
                time = scheduled.time();
                scheduled.invitees().forEach(guests::add);
            }
            case QuestionSetPinned pinned ->
                appointment = appointment.pinning(pinned.questionSet().questionSetId());
            case MeetingRescheduled rescheduled -> {
                time = rescheduled.time();
                sequence = rescheduled.sequence();
            }
            case MeetingDetailsRevised revised -> {
                title = revised.title();
                sequence = revised.sequence();
            }
            case InviteeAdded added -> guests.add(added.invitee());
            case InviteeRemoved removed -> {
                guests.remove(removed.participantId());
                sequence = removed.sequence();
            }
            case LobbyOpened _ -> life.become(LOBBY_OPEN);
            case MeetingStarted _ -> life.become(ACTIVE);
            case ParticipantJoined joined -> attendance.enter(joined.participant());
            case ParticipantLeft left -> attendance.leave(left.participantId());
            case DisclosureGiven _ -> disclosed = true;
            case ConsentGiven consent -> attendance.agree(consent.participantId());
            case ConsentWithdrawn consent -> attendance.disagree(consent.participantId());
            case MeetingCancelled cancelled -> {
                sequence = cancelled.sequence();
                finish(CANCELLED, when);
            }
            case LeadDidNotShow _ -> finish(NO_SHOW, when);
            case MeetingEnded ended -> finish(ended.outcome(), when);
            case SummaryWritten written -> summary = written.summary();
        }
    }

    private void finish(MeetingStatus outcome, Instant when) {
        life.finish(outcome, when);
        attendance.everybodyLeaves();
    }
}
