package dev.parley.saga.notification;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.CalendarRepaired;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingStarted;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingEvent.ProposalDeclined;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.DeclinedProposal;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/** Tells everybody who is invited what changed, once per change, and reminds them before the start, never after it. */
@Saga
@ProcessingGroup("saga.invitation")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class InvitationSaga {
    private static final String REMIND = "invitation.remind";

    private TenantId tenant;
    private MeetingId meetingId;
    private Instant start;
    private int sequence;

    /** The sequence that the meeting had when it was last given a time. */
    private int schedule;

    private List<Invitee> invitees = new ArrayList<>();
    private List<Duration> reminders = List.of();
    private List<Armed> armed = new ArrayList<>();

    @Autowired
    private transient Commands commands;

    @Autowired
    private transient DeadlineManager deadlines;

    @Autowired
    private transient History history;

    @Autowired
    private transient Clock clock;

    /** @param lead how long before the start */
    record Reminder(Duration lead, Instant start) {
        Instant due() {
            return start.minus(lead);
        }
    }

    /** A reminder whose alarm is set. */
    record Armed(Reminder reminder, String deadline) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingScheduled meeting) {
        tenant = meeting.tenant();
        meetingId = meeting.meetingId();
        start = meeting.start();
        invitees = new ArrayList<>(meeting.invitees());
        reminders = meeting.reminders();
        // A series invites to all of its meetings in one letter.
        if (meeting.occurrence().isEmpty()) tellAll(NotificationKind.INVITATION);
        arm();
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingRescheduled moved) {
        move(moved.start(), moved.sequence(), moved.withSeries().isEmpty());
    }

    /** The wall clock stays, but calendars that keep instants have to move. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingInstantReResolved resolved) {
        move(resolved.start(), resolved.sequence(), true);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingDetailsRevised revised) {
        sequence = revised.sequence();
        tellAll(NotificationKind.UPDATE);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingReassigned handedOver) {
        sequence = handedOver.sequence();
        tellAll(NotificationKind.UPDATE);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(InviteeAdded added) {
        invitees.add(added.invitee());
        tell(added.invitee(), NotificationKind.INVITATION);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(InviteeRemoved removed) {
        sequence = removed.sequence();
        var gone = invitees.stream()
                .filter(invitee -> invitee.participantId().equals(removed.participantId()))
                .toList();
        invitees.removeAll(gone);
        gone.forEach(invitee -> tell(invitee, NotificationKind.CANCELLATION));
        // Whoever stays gets the list without them (RFC 5546 §3.2.5).
        tellAll(NotificationKind.UPDATE);
    }

    /** Their calendar shows the other time as proposed until it hears that it will not be. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(ProposalDeclined declined) {
        invitees.stream()
                .filter(invitee -> invitee.participantId().equals(declined.participantId()))
                .forEach(invitee -> commands.send(DeclinedProposal.toOneMeeting(
                        declined, invitee, Actor.system(tenant, "invitation"), clock.instant())));
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(CalendarRepaired repaired) {
        sequence = repaired.sequence();
        invitees.stream()
                .filter(invitee -> invitee.participantId().equals(repaired.participantId()))
                .forEach(invitee -> tell(invitee, NotificationKind.UPDATE));
    }

    /** The host may start early; whoever is reminded then is reminded of what has begun. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingStarted started) {
        disarm();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingCancelled cancelled) {
        sequence = cancelled.sequence();
        if (cancelled.withSeries().isEmpty()) tellAll(NotificationKind.CANCELLATION);
        disarm();
    }

    /** Told at once: the letter has the way in as well, should the lead just have been late. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(LeadDidNotShow absent) {
        disarm();
        invitees.stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .forEach(lead -> tell(lead, NotificationKind.NO_SHOW));
        if (absent.isFinal()) SagaLifecycle.end();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(NoShowConfirmed absent) {
        disarm();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingEnded ended) {
        disarm();
    }

    /** After the machine has slept, several may be due together: only the one closest to the start goes out. */
    @DeadlineHandler(deadlineName = REMIND)
    void on(Reminder due) {
        armed.removeIf(one -> one.reminder().equals(due)); // First of all: a deadline must not cancel itself.
        var now = clock.instant();
        if (!due.start().equals(start) || !now.isBefore(start)) return;
        if (armed.stream().anyMatch(other -> !other.reminder().due().isAfter(now))) return;
        remindAll(due.lead());
    }

    /** @param byOurselves whether nobody else tells people */
    private void move(Instant newStart, int newSequence, boolean byOurselves) {
        sequence = newSequence;
        schedule = newSequence;
        start = newStart;
        if (byOurselves) tellAll(NotificationKind.UPDATE);
        disarm();
        arm();
    }

    private void arm() {
        var plan = Reminders.of(reminders, start, clock.instant());
        plan.atOnce().ifPresent(this::remindAll);
        for (var lead : plan.later()) {
            var reminder = new Reminder(lead, start);
            armed.add(new Armed(reminder, deadlines.schedule(reminder.due(), REMIND, reminder)));
        }
    }

    private void disarm() {
        armed.forEach(one -> deadlines.cancelSchedule(REMIND, one.deadline()));
        armed.clear();
    }

    private void tellAll(NotificationKind kind) {
        invitees.forEach(invitee -> tell(invitee, kind));
    }

    private void tell(Invitee recipient, NotificationKind kind) {
        var occasion = "seq-" + sequence;
        request(NotificationId.of(meetingId, kind, recipient.email(), occasion), kind, recipient, occasion);
    }

    private void remindAll(Duration lead) {
        for (var recipient : invitees) {
            // A meeting that moves gets its reminders again, even if it moves to and fro.
            var intention = lead + " before " + start + " as of " + schedule;
            var kind = NotificationKind.REMINDER;
            request(NotificationId.of(meetingId, kind, recipient.email(), intention), kind, recipient, lead.toString());
        }
    }

    private void request(NotificationId id, NotificationKind kind, Invitee recipient, String occasion) {
        if (kind.isCourtesy() && Wishes.of(tenant, recipient.email(), history).decline(kind)) return;
        var us = Actor.system(tenant, "invitation");
        commands.send(new RequestNotification(id, us, clock.instant(), meetingId, kind, recipient, occasion, sequence));
    }
}
