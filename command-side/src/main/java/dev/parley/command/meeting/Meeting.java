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
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ReplyCommand.*;
import dev.parley.command.CommandSide;
import dev.parley.command.Speakers.Speaker;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A meeting from the appointment to the summary. Its words are not here but in the transcript, its moves in the interview. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("6") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Meeting {
    @AggregateIdentifier
    private MeetingId meetingId;

    private MeetingFacts facts = new MeetingFacts();

    Meeting() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (facts.appointment == null || command instanceof ScheduleMeeting) return;
        confirm(command.by().tenant());
        Oneself.mayAsk(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Scheduled handle(ScheduleMeeting command) {
        if (facts.appointment != null) {
            if (!facts.appointment.isMadeBy(command)) throw new Refused(ID_REUSED, "meetingId");
            return facts.appointment.answer();
        }
        mustNotBeAGuest(command.by());
        Appointment.check(command);
        var event = Appointment.scheduled(command);
        apply(event);
        command.questionSet().ifPresent(set -> apply(new QuestionSetPinned(command.meetingId(), set)));
        if (command.entry() != EntryPolicy.INVITED) apply(new EntryChosen(command.meetingId(), command.entry()));
        return event.answer(getVersion());
    }

    @CommandHandler
    Agreed handle(ConfirmMeeting command) {
        return facts.agreed();
    }

    @CommandHandler
    Long handle(RecordResponse command) {
        facts.mustBeHeardFrom(command.participantId(), command.sequence(), command.stamp());
        return done(Replies.said(command));
    }

    @CommandHandler
    Long handle(RecordProposal command) {
        var proposed = command.proposed();
        facts.mustBeHeardFrom(command.participantId(), proposed.sequence(), proposed.stamp());
        return done(new NewTimeProposed(meetingId, command.participantId(), proposed));
    }

    @CommandHandler
    Proposal handle(ReadProposal command) {
        facts.life.mustNotHaveStarted();
        var proposed = facts.replies.proposalOf(command.participantId());
        return new Proposal(facts.arrangement.time().movedTo(proposed.start(), proposed.end()), facts.agreed());
    }

    @CommandHandler
    Long handle(DeclineProposal command) {
        facts.life.mustNotHaveStarted();
        return done(facts.replies.declined(command));
    }

    @CommandHandler
    Long handle(RepairCalendar command) {
        facts.life.mustNotBeOver();
        facts.guests.mustKnow(command.participantId());
        return done(facts.arrangement.repair(command));
    }

    @CommandHandler
    Long handle(RescheduleMeeting command) {
        var byTheLead = facts.guests.isTheLead(command.by());
        if (!byTheLead) mustNotBeAGuest(command.by());
        facts.life.mustNotHaveStarted();
        if (byTheLead && facts.arrangement.isAt(command.time())) return getVersion();
        if (byTheLead) facts.arrangement.mayMoveByLink();
        return done(facts.arrangement.move(command));
    }

    @CommandHandler
    Long handle(ReResolveMeeting command) {
        facts.life.mustNotHaveStarted();
        facts.arrangement.resolveAnew(command).ifPresent(Meeting::done);
        return getVersion();
    }

    @CommandHandler
    Long handle(ReassignMeeting command) {
        facts.life.mustNotHaveStarted();
        return done(facts.arrangement.handOver(command));
    }

    @CommandHandler
    Long handle(ReviseMeetingDetails command) {
        facts.life.mustNotBeOver();
        return done(facts.arrangement.rename(command));
    }

    @CommandHandler
    Long handle(RearrangeMeeting command) {
        handle(new RescheduleMeeting(meetingId, command.by(), command.at(), command.time()));
        return handle(new ReviseMeetingDetails(meetingId, command.by(), command.at(), command.title()));
    }

    @CommandHandler
    Long handle(AddInvitee command) {
        facts.life.mustNotBeOver();
        facts.guests.mayAdd(command.invitee());
        return done(new InviteeAdded(meetingId, command.invitee()));
    }

    @CommandHandler
    Long handle(RemoveInvitee command) {
        facts.life.mustNotBeOver();
        facts.guests.mayRemove(command.participantId());
        return done(facts.arrangement.without(command));
    }

    /** The lead may call it off as well as the host; the other guests may only stay away. */
    @CommandHandler
    Long handle(CancelMeeting command) {
        if (!facts.guests.isTheLead(command.by())) mustNotBeAGuest(command.by());
        if (facts.life.is(CANCELLED)) return getVersion();
        facts.life.mustNotHaveStarted();
        return done(facts.arrangement.callOff(command));
    }

    @CommandHandler
    Long handle(OpenLobby command) {
        facts.life.mustNotHaveStarted();
        if (facts.life.is(LOBBY_OPEN)) return getVersion();
        return done(new LobbyOpened(meetingId));
    }

    @CommandHandler
    Long handle(StartMeeting command) {
        facts.life.mustNotHaveStarted();
        return done(new MeetingStarted(meetingId));
    }

    @CommandHandler
    Long handle(JoinMeeting command) {
        var participant = command.participant();
        Entrance.mustBeOpenTo(command, facts);
        if (facts.attendance.isPresent(participant.participantId())) return getVersion();
        if (facts.life.is(LEAD_ABSENT) && participant.role() == Role.LEAD) apply(facts.absence.over(command));
        return done(new ParticipantJoined(meetingId, participant));
    }

    @CommandHandler
    Long handle(LeaveMeeting command) {
        if (command.by().kind() != Actor.Kind.SYSTEM) mustBe(command.participantId(), command.by(), meetingId);
        facts.attendance.mustBePresent(command.participantId());
        return done(new ParticipantLeft(meetingId, command.participantId(), command.reason()));
    }

    @CommandHandler
    Long handle(GiveDisclosure command) {
        mustBe(ParticipantId.interviewerOf(meetingId), command.by(), meetingId);
        facts.life.mustBeRunning();
        if (facts.disclosed) return getVersion();
        return done(new DisclosureGiven(meetingId, command.text()));
    }

    /** A guest cannot agree to what they have not been told; the sales team knows whom it sends. */
    @CommandHandler
    Long handle(GiveConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        facts.life.mustNotBeOver();
        facts.attendance.mustBePresent(command.participantId());
        if (isGuest(command.by()) && facts.appointment.isLedByTheAi() && !facts.disclosed)
            throw new Refused(NOT_DISCLOSED);
        if (facts.attendance.agrees(command.participantId())) return getVersion();
        return done(new ConsentGiven(meetingId, command.participantId(), command.text()));
    }

    @CommandHandler
    Long handle(WithdrawConsent command) {
        mustBe(command.participantId(), command.by(), meetingId);
        facts.life.mustNotBeOver();
        if (!facts.attendance.agrees(command.participantId())) throw new Refused(NO_CONSENT);
        return done(new ConsentWithdrawn(meetingId, command.participantId()));
    }

    @CommandHandler
    Long handle(NotePoorConnection command) {
        mustBe(command.participantId(), command.by(), meetingId);
        facts.life.mustNotBeOver();
        facts.attendance.mustBePresent(command.participantId());
        return done(new PoorConnectionNoted(meetingId, command.participantId(), command.link()));
    }

    @CommandHandler
    Long handle(RecordNoShow command) {
        if (facts.life.is(NO_SHOW) || facts.life.is(LEAD_ABSENT)) return getVersion();
        return done(Absence.missed(command, facts.arrangement.start(), facts.life, facts.attendance));
    }

    @CommandHandler
    Long handle(ConfirmNoShow command) {
        if (facts.life.is(NO_SHOW)) return getVersion();
        return done(facts.absence.confirmed(command, facts.life));
    }

    @CommandHandler
    Long handle(BeginGoodbye command) {
        if (facts.life.is(ENDING)) return getVersion();
        facts.life.mustBeAbleToBecome(ENDING);
        return done(new GoodbyeBegun(meetingId));
    }

    @CommandHandler
    Long handle(FailMeeting command) {
        if (facts.life.is(FAILED)) return getVersion();
        facts.life.mustBeAbleToBecome(FAILED);
        return done(new MeetingEnded(meetingId, FAILED, command.reason()));
    }

    @CommandHandler
    Long handle(EndMeeting command) {
        facts.life.mustBeRunning();
        if (facts.life.is(LEAD_ABSENT)) return done(new NoShowConfirmed(meetingId));
        return done(new MeetingEnded(meetingId, facts.attendance.leadCame() ? COMPLETED : ABANDONED, command.reason()));
    }

    @CommandHandler
    Long handle(WriteSummary command) {
        if (!facts.life.isOver()) throw new Refused(NOT_ENDED);
        facts.life.mustHaveHappened();
        if (command.summary().equals(facts.summary)) return getVersion();
        return done(new SummaryWritten(meetingId, command.summary()));
    }

    @CommandHandler
    Long handle(ApproveSummary command) {
        mustNotBeAGuest(command.by());
        if (facts.summary == null) throw new Refused(NO_SUMMARY_YET);
        if (facts.summaryApproved) return getVersion();
        return done(new SummaryApproved(meetingId));
    }

    /** Who comes in, who must go, who has the floor: see {@link Moderating}. */
    Long keepOrder(ModerationCommand command) {
        guard(command);
        Order.after(command, facts).forEach(AggregateLifecycle::apply);
        return getVersion();
    }

    void confirm(TenantId tenant) {
        if (!facts.appointment.tenant().equals(tenant)) throw new Refused(MEETING_UNKNOWN);
    }

    /** Who may be heard: see {@link dev.parley.command.Speakers}. */
    Speaker speaking(ParticipantId participant, Instant at, Duration grace) {
        facts.life.mustBeWithinEarshot(at, grace);
        return facts.attendance.speaker(participant, facts.disclosed);
    }

    @EventSourcingHandler
    void on(MeetingEvent event, @Timestamp Instant when) {
        meetingId = event.meetingId();
        facts.on(event, when);
    }

    private static Long done(MeetingEvent event) {
        apply(event);
        return getVersion();
    }
}
