package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.*;
import static dev.parley.api.meeting.MeetingStatus.*;
import static dev.parley.api.transcript.TranscriptRefusal.SPEAKER_NOT_IN_MEETING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

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
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.CommandSide;
import dev.parley.command.Speakers.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A meeting from the appointment to the summary. Its words are not here but in the transcript, its moves in the interview. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Meeting {
    @AggregateIdentifier
    private MeetingId meetingId;

    private Appointment appointment;
    private String title;
    private MeetingTime time;
    private int sequence;
    private MeetingStatus status;
    private boolean disclosed;
    private @Nullable Instant endedAt;
    private @Nullable MeetingSummary summary;
    private final GuestList guests = new GuestList();
    private final Attendance attendance = new Attendance();

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
            return new Scheduled(appointment.roomId(), getVersion());
        }
        mustNotBeAGuest(command.by());
        Appointment.check(command);
        apply(Appointment.scheduled(command, tzdb(command.time())));
        command.questionSet().ifPresent(set -> apply(new QuestionSetPinned(command.meetingId(), set)));
        return new Scheduled(command.roomId(), getVersion());
    }

    @CommandHandler
    Agreed handle(ConfirmMeeting command) {
        return new Agreed(appointment.hostId(), title, time, status);
    }

    @CommandHandler
    Long handle(RescheduleMeeting command) {
        mustNotBeAGuest(command.by());
        mustNotHaveStarted();
        if (command.time().equals(time)) throw new Refused(NOTHING_CHANGES);
        if (command.time().start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        apply(new MeetingRescheduled(
                meetingId, command.time(), command.time().start(), tzdb(command.time()), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseMeetingDetails command) {
        mustNotBeAGuest(command.by());
        mustNotBeOver();
        if (command.title().equals(title)) throw new Refused(NOTHING_CHANGES, "title");
        apply(new MeetingDetailsRevised(meetingId, command.title(), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(AddInvitee command) {
        mustNotBeAGuest(command.by());
        mustNotBeOver();
        guests.mayAdd(command.invitee());
        apply(new InviteeAdded(meetingId, command.invitee()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RemoveInvitee command) {
        mustNotBeAGuest(command.by());
        mustNotBeOver();
        guests.mayRemove(command.participantId());
        apply(new InviteeRemoved(meetingId, command.participantId(), sequence + 1));
        return getVersion();
    }

    /** The lead may call it off as well as the host; the other guests may only stay away. */
    @CommandHandler
    Long handle(CancelMeeting command) {
        if (!guests.isTheLead(command.by())) mustNotBeAGuest(command.by());
        if (status == CANCELLED) return getVersion();
        mustNotHaveStarted();
        apply(new MeetingCancelled(meetingId, command.reason(), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(OpenLobby command) {
        mustNotBeAGuest(command.by());
        mustNotHaveStarted();
        if (status == LOBBY_OPEN) return getVersion();
        apply(new LobbyOpened(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(StartMeeting command) {
        mustNotBeAGuest(command.by());
        mustNotHaveStarted();
        apply(new MeetingStarted(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(JoinMeeting command) {
        var participant = command.participant();
        mustBe(participant.participantId(), command.by());
        mustNotBeOver();
        mayEnter(participant, command.by());
        if (attendance.isPresent(participant.participantId())) return getVersion();
        apply(new ParticipantJoined(meetingId, participant));
        return getVersion();
    }

    @CommandHandler
    Long handle(LeaveMeeting command) {
        if (command.by().kind() != Actor.Kind.SYSTEM) mustBe(command.participantId(), command.by());
        attendance.mustBePresent(command.participantId());
        apply(new ParticipantLeft(meetingId, command.participantId(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(GiveDisclosure command) {
        mustBe(ParticipantId.interviewerOf(meetingId), command.by());
        mustBeRunning();
        if (disclosed) return getVersion();
        apply(new DisclosureGiven(meetingId, command.text()));
        return getVersion();
    }

    /** A guest cannot agree to what they have not been told; the sales team knows whom it sends. */
    @CommandHandler
    Long handle(GiveConsent command) {
        mustBe(command.participantId(), command.by());
        mustNotBeOver();
        attendance.mustBePresent(command.participantId());
        if (isGuest(command.by()) && appointment.isLedByTheAi() && !disclosed) throw new Refused(NOT_DISCLOSED);
        if (attendance.agrees(command.participantId())) return getVersion();
        apply(new ConsentGiven(meetingId, command.participantId(), command.text()));
        return getVersion();
    }

    @CommandHandler
    Long handle(WithdrawConsent command) {
        mustBe(command.participantId(), command.by());
        mustNotBeOver();
        if (!attendance.agrees(command.participantId())) throw new Refused(NO_CONSENT);
        apply(new ConsentWithdrawn(meetingId, command.participantId()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordNoShow command) {
        mustNotBeAGuest(command.by());
        if (status == NO_SHOW) return getVersion();
        mustNotBeOver();
        if (attendance.leadCame()) throw new Refused(LEAD_CAME);
        if (command.at().isBefore(time.start())) throw new Refused(NOT_STARTED);
        apply(new LeadDidNotShow(meetingId));
        return getVersion();
    }

    @CommandHandler
    Long handle(EndMeeting command) {
        mustNotBeAGuest(command.by());
        mustBeRunning();
        apply(new MeetingEnded(meetingId, attendance.leadCame() ? COMPLETED : ABANDONED, command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(WriteSummary command) {
        mustNotBeAGuest(command.by());
        if (!status.isOver()) throw new Refused(NOT_ENDED);
        if (status == CANCELLED || status == NO_SHOW) throw new Refused(NOT_STARTED);
        if (command.summary().equals(summary)) return getVersion();
        apply(new SummaryWritten(meetingId, command.summary()));
        return getVersion();
    }

    void confirm(TenantId tenant) {
        if (!appointment.tenant().equals(tenant)) throw new Refused(MEETING_UNKNOWN);
    }

    /** Who may be heard: see {@link dev.parley.command.Speakers}. */
    Speaker speaking(ParticipantId participant, Instant at, Duration grace) {
        if (status == SCHEDULED || status == LOBBY_OPEN) throw new Refused(NOT_STARTED);
        if (status.isOver() && (endedAt == null || at.isAfter(endedAt.plus(grace)))) throw new Refused(ALREADY_ENDED);
        var speaker = attendance.whoCame(participant).orElseThrow(() -> new Refused(SPEAKER_NOT_IN_MEETING, "speaker"));
        var isInterviewer = speaker.role() == Role.INTERVIEWER;
        if (isInterviewer && !disclosed) throw new Refused(NOT_DISCLOSED);
        if (!isInterviewer && !attendance.agrees(participant)) throw new Refused(NO_CONSENT);
        return new Speaker(speaker.name(), speaker.role());
    }

    private void mayEnter(Participant participant, Actor by) {
        switch (participant.role()) {
            case HOST -> {
                if (by.kind() != Actor.Kind.USER) throw new Refused(NOT_THE_HOST);
            }
            case LEAD, GUEST -> guests.mayEnter(participant);
            case INTERVIEWER -> {
                mustBe(ParticipantId.interviewerOf(meetingId), by);
                if (!appointment.isLedByTheAi()) throw new Refused(INVITEE_UNKNOWN);
            }
        }
        if (status == SCHEDULED && participant.role() != Role.HOST) throw new Refused(NOT_OPEN_YET);
    }

    /** Each kind of actor is one participant at most, and nobody acts for another. */
    private void mustBe(ParticipantId participant, Actor actor) {
        var itself = switch (actor.kind()) {
            case USER -> participant.equals(ParticipantId.ofUser(meetingId, actor.id()));
            case LEAD -> participant.toString().equals(actor.id());
            case AI, SYSTEM -> participant.equals(ParticipantId.interviewerOf(meetingId));
            case CRM -> false;
        };
        if (!itself) throw new Refused(NOT_YOURSELF);
    }

    private void mustNotBeAGuest(Actor actor) {
        if (isGuest(actor)) throw new Refused(NOT_THE_HOST);
    }

    private static boolean isGuest(Actor actor) {
        return actor.kind() == Actor.Kind.LEAD;
    }

    private void mustNotHaveStarted() {
        mustNotBeOver();
        if (status == ACTIVE) throw new Refused(ALREADY_STARTED);
    }

    private void mustBeRunning() {
        mustNotBeOver();
        if (status != ACTIVE) throw new Refused(NOT_STARTED);
    }

    private void mustNotBeOver() {
        if (status.isOver()) throw new Refused(ALREADY_ENDED);
    }

    private static String tzdb(MeetingTime time) {
        return ZoneRulesProvider.getVersions(time.zone().getId()).lastEntry().getKey();
    }

    @EventSourcingHandler
    void on(MeetingEvent event, @Timestamp Instant when) {
        switch (event) {
            case MeetingScheduled scheduled -> {
                meetingId = scheduled.meetingId();
                appointment = Appointment.of(scheduled);
                title = scheduled.title();
                time = scheduled.time();
                status = SCHEDULED;
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
            case LobbyOpened _ -> status = LOBBY_OPEN;
            case MeetingStarted _ -> status = ACTIVE;
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
        status = outcome;
        endedAt = when;
        attendance.everybodyLeaves();
    }
}
