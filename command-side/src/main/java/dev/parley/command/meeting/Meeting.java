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
@Revision("4") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Meeting {
    @AggregateIdentifier
    private MeetingId meetingId;

    private Appointment appointment;
    private Arrangement arrangement;
    private boolean disclosed;
    private @Nullable MeetingSummary summary;
    private boolean summaryApproved;
    private Life life = new Life();
    private GuestList guests = new GuestList();
    private Attendance attendance = new Attendance();
    private Absence absence = new Absence();
    private Replies replies = new Replies();

    Meeting() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (appointment == null || command instanceof ScheduleMeeting) return;
        confirm(command.by().tenant());
        if (!isOpenToGuests(command)) mustNotBeAGuest(command.by());
    }

    /** These ask themselves who may give them. */
    private static boolean isOpenToGuests(Command command) {
        return switch (command) {
            case JoinMeeting _, LeaveMeeting _, GiveDisclosure _ -> true;
            case GiveConsent _, WithdrawConsent _, NotePoorConnection _, CancelMeeting _, ConfirmMeeting _ -> true;
            default -> false;
        };
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
        return agreed();
    }

    @CommandHandler
    Long handle(RecordResponse command) {
        mustBeHeardFrom(command.participantId(), command.sequence(), command.stamp());
        return done(new InviteeResponded(
                meetingId,
                command.participantId(),
                command.response(),
                command.sequence(),
                command.stamp(),
                command.comment()));
    }

    @CommandHandler
    Long handle(RecordProposal command) {
        var proposed = command.proposed();
        mustBeHeardFrom(command.participantId(), proposed.sequence(), proposed.stamp());
        return done(new NewTimeProposed(meetingId, command.participantId(), proposed));
    }

    @CommandHandler
    Proposal handle(ReadProposal command) {
        life.mustNotHaveStarted();
        var proposed = replies.proposalOf(command.participantId());
        return new Proposal(arrangement.time().movedTo(proposed.start(), proposed.end()), agreed());
    }

    @CommandHandler
    Long handle(DeclineProposal command) {
        life.mustNotHaveStarted();
        return done(
                new ProposalDeclined(meetingId, command.participantId(), replies.proposalOf(command.participantId())));
    }

    @CommandHandler
    Long handle(RepairCalendar command) {
        life.mustNotBeOver();
        guests.mustKnow(command.participantId());
        return done(arrangement.repair(command));
    }

    @CommandHandler
    Long handle(RescheduleMeeting command) {
        life.mustNotHaveStarted();
        return done(arrangement.move(command));
    }

    @CommandHandler
    Long handle(ReResolveMeeting command) {
        life.mustNotHaveStarted();
        arrangement.resolveAnew(command).ifPresent(Meeting::done);
        return getVersion();
    }

    @CommandHandler
    Long handle(ReassignMeeting command) {
        life.mustNotHaveStarted();
        return done(arrangement.handOver(command));
    }

    @CommandHandler
    Long handle(ReviseMeetingDetails command) {
        life.mustNotBeOver();
        return done(arrangement.rename(command));
    }

    @CommandHandler
    Long handle(RearrangeMeeting command) {
        handle(new RescheduleMeeting(meetingId, command.by(), command.at(), command.time()));
        return handle(new ReviseMeetingDetails(meetingId, command.by(), command.at(), command.title()));
    }

    @CommandHandler
    Long handle(AddInvitee command) {
        life.mustNotBeOver();
        guests.mayAdd(command.invitee());
        return done(new InviteeAdded(meetingId, command.invitee()));
    }

    @CommandHandler
    Long handle(RemoveInvitee command) {
        life.mustNotBeOver();
        guests.mayRemove(command.participantId());
        return done(arrangement.without(command));
    }

    /** The lead may call it off as well as the host; the other guests may only stay away. */
    @CommandHandler
    Long handle(CancelMeeting command) {
        if (!guests.isTheLead(command.by())) mustNotBeAGuest(command.by());
        if (life.is(CANCELLED)) return getVersion();
        life.mustNotHaveStarted();
        return done(arrangement.callOff(command));
    }

    @CommandHandler
    Long handle(OpenLobby command) {
        life.mustNotHaveStarted();
        if (life.is(LOBBY_OPEN)) return getVersion();
        return done(new LobbyOpened(meetingId));
    }

    @CommandHandler
    Long handle(StartMeeting command) {
        life.mustNotHaveStarted();
        return done(new MeetingStarted(meetingId));
    }

    @CommandHandler
    Long handle(JoinMeeting command) {
        var participant = command.participant();
        mustBe(participant.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        Entrance.mustBeOpenTo(participant, command.by(), appointment, guests);
        if (life.is(SCHEDULED) && participant.role() != Role.HOST) throw new Refused(NOT_OPEN_YET);
        if (attendance.isPresent(participant.participantId())) return getVersion();
        if (life.is(LEAD_ABSENT) && participant.role() == Role.LEAD) apply(absence.over(command));
        return done(new ParticipantJoined(meetingId, participant));
    }

    @CommandHandler
    Long handle(LeaveMeeting command) {
        if (command.by().kind() != Actor.Kind.SYSTEM) mustBe(command.participantId(), command.by(), meetingId);
        attendance.mustBePresent(command.participantId());
        return done(new ParticipantLeft(meetingId, command.participantId(), command.reason()));
    }

    @CommandHandler
    Long handle(GiveDisclosure command) {
        mustBe(ParticipantId.interviewerOf(meetingId), command.by(), meetingId);
        life.mustBeRunning();
        if (disclosed) return getVersion();
        return done(new DisclosureGiven(meetingId, command.text()));
    }

    /** A guest cannot agree to what they have not been told; the sales team knows whom it sends. */
    @CommandHandler
    Long handle(GiveConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        attendance.mustBePresent(command.participantId());
        if (isGuest(command.by()) && appointment.isLedByTheAi() && !disclosed) throw new Refused(NOT_DISCLOSED);
        if (attendance.agrees(command.participantId())) return getVersion();
        return done(new ConsentGiven(meetingId, command.participantId(), command.text()));
    }

    @CommandHandler
    Long handle(WithdrawConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        if (!attendance.agrees(command.participantId())) throw new Refused(NO_CONSENT);
        return done(new ConsentWithdrawn(meetingId, command.participantId()));
    }

    @CommandHandler
    Long handle(NotePoorConnection command) {
        mustBe(command.participantId(), command.by(), meetingId);
        life.mustNotBeOver();
        attendance.mustBePresent(command.participantId());
        return done(new PoorConnectionNoted(meetingId, command.participantId(), command.link()));
    }

    @CommandHandler
    Long handle(RecordNoShow command) {
        if (life.is(NO_SHOW) || life.is(LEAD_ABSENT)) return getVersion();
        return done(Absence.missed(command, arrangement.start(), life, attendance));
    }

    @CommandHandler
    Long handle(ConfirmNoShow command) {
        if (life.is(NO_SHOW)) return getVersion();
        return done(absence.confirmed(command, life));
    }

    @CommandHandler
    Long handle(BeginGoodbye command) {
        if (life.is(ENDING)) return getVersion();
        life.mustBeAbleToBecome(ENDING);
        return done(new GoodbyeBegun(meetingId));
    }

    @CommandHandler
    Long handle(FailMeeting command) {
        if (life.is(FAILED)) return getVersion();
        life.mustBeAbleToBecome(FAILED);
        return done(new MeetingEnded(meetingId, FAILED, command.reason()));
    }

    @CommandHandler
    Long handle(EndMeeting command) {
        life.mustBeRunning();
        if (life.is(LEAD_ABSENT)) return done(new NoShowConfirmed(meetingId));
        return done(new MeetingEnded(meetingId, attendance.leadCame() ? COMPLETED : ABANDONED, command.reason()));
    }

    @CommandHandler
    Long handle(WriteSummary command) {
        if (!life.isOver()) throw new Refused(NOT_ENDED);
        life.mustHaveHappened();
        if (command.summary().equals(summary)) return getVersion();
        return done(new SummaryWritten(meetingId, command.summary()));
    }

    @CommandHandler
    Long handle(ApproveSummary command) {
        mustNotBeAGuest(command.by());
        if (summary == null) throw new Refused(NO_SUMMARY_YET);
        if (summaryApproved) return getVersion();
        apply(new SummaryApproved(meetingId));
        return getVersion();
    }

    private Agreed agreed() {
        return new Agreed(arrangement.host().id(), arrangement.title(), arrangement.time(), life.status());
    }

    private void mustBeHeardFrom(ParticipantId from, int sequence, Instant stamp) {
        life.mustNotBeOver();
        guests.mustKnow(from);
        arrangement.mustBeAskedIn(sequence);
        replies.mustBeNews(from, sequence, stamp);
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
            case ParticipantLeft left -> attendance.leave(left.participantId());
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

    private static Long done(MeetingEvent event) {
        apply(event);
        return getVersion();
    }

    private void finish(MeetingStatus outcome, Instant when) {
        life.finish(outcome, when);
        attendance.everybodyLeaves();
    }
}
