package dev.parley.saga.notification;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationCommand.RecordNotificationDeferred;
import dev.parley.api.notification.NotificationCommand.RecordNotificationFailed;
import dev.parley.api.notification.NotificationCommand.RecordNotificationSent;
import dev.parley.api.notification.NotificationCommand.RecordNotificationUnconfirmed;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.History;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import dev.parley.saga.notification.Invitations.Delivery.Unconfirmed;
import dev.parley.saga.notification.Invitations.Letter;
import java.time.Clock;
import java.util.Optional;

/** Writes the letter from the log, hands it over, and puts on record what became of it. */
public final class DeliverNotification implements ErrandHandler<DeliverNotification.Delivery> {
    static final String KIND = "notification.deliver";
    private static final String NOT_ONE_MEETING =
            "A series has many times, so one other time cannot replace them. Please propose it for one of its meetings.";
    private static final String OFF = "Not sent: the meeting is off.";
    private static final String DECLINED = "Not sent: the recipient does not want such letters.";

    private final History history;
    private final Commands commands;
    private final Invitations invitations;
    private final Clock clock;

    public DeliverNotification(History history, Commands commands, Invitations invitations, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.invitations = invitations;
        this.clock = clock;
    }

    public record Delivery(NotificationId notificationId, MeetingId meetingId) {}

    /** The world said "later"; thrown so that the errand is tried again. */
    static final class NotNow extends Exception {
        NotNow(String reason) {
            super(reason, null, false, false);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Delivery> payload() {
        return Delivery.class;
    }

    @Override
    public void carryOut(Delivery errand) throws NotNow {
        var notice = Notice.of(history.of(errand.notificationId(), NotificationEvent.class));
        if (notice.settled()) return;
        var request = notice.request();
        var meeting = history.of(errand.meetingId(), MeetingEvent.class);
        // The sequence of a series is not that of its first meeting.
        var asAskedFor = SeriesAsItIs.isMeantBy(request)
                ? Appointment.asItIs(meeting)
                : Appointment.atSequence(request.sequence(), meeting);
        var pointless = whyUnwanted(request).or(() -> whyPointless(notice, asAskedFor, Appointment.asItIs(meeting)));
        if (pointless.isPresent()) fail(request, pointless.get());
        else deliver(notice, letter(request, asAskedFor));
    }

    private void deliver(Notice notice, Letter letter) throws NotNow {
        var request = notice.request();
        switch (invitations.deliver(letter)) {
            case Sent sent ->
                commands.send(new RecordNotificationSent(
                        request.notificationId(),
                        us(request),
                        clock.instant(),
                        sent.messageId(),
                        sent.reply(),
                        sent.wordedBy(),
                        sent.document()));
            case Unconfirmed unconfirmed -> {
                doubt(notice, unconfirmed.reason());
                if (notice.doubts() < Doubt.repetitions(request.kind())) throw new NotNow(unconfirmed.reason());
            }
            case Deferred deferred -> putOff(notice, deferred.reason());
            case Failed failed -> end(notice, failed.reason());
        }
    }

    @Override
    public void giveUp(Delivery errand, Exception cause) {
        var notice = Notice.of(history.of(errand.notificationId(), NotificationEvent.class));
        if (!notice.settled()) end(notice, "Given up: " + cause.getMessage());
    }

    /** What may have arrived has not failed, whatever became of its repetition. */
    private void end(Notice notice, String reason) {
        if (notice.doubts() == 0) fail(notice.request(), reason);
        else doubt(notice, reason + " (An earlier attempt may have arrived.)");
    }

    private void doubt(Notice notice, String reason) {
        var request = notice.request();
        commands.send(new RecordNotificationUnconfirmed(
                request.notificationId(), us(request), clock.instant(), notice.attempts() + 1, reason));
    }

    /** A letter that comes too late confuses: a reminder once things have changed, an invitation to what is off. */
    private Optional<String> whyPointless(Notice notice, Appointment asAskedFor, Appointment asItIs) {
        return switch (notice.request().kind()) {
            case REMINDER -> {
                if (asItIs.isOff()) yield Optional.of(OFF);
                if (!asItIs.time().equals(asAskedFor.time())) yield Optional.of("Not sent: the meeting has moved.");
                if (asItIs.hasStarted()
                        || !clock.instant().isBefore(asItIs.time().start()))
                    yield Optional.of("Not sent: the meeting has started.");
                yield Optional.empty();
            }
            case INVITATION, UPDATE, PROPOSAL_DECLINED -> {
                var isPast = notice.isBelated() && asItIs.isOff() && !SeriesAsItIs.isMeantBy(notice.request());
                yield isPast ? Optional.of(OFF) : Optional.empty();
            }
            case NO_SHOW -> asItIs.leadCame() ? Optional.of("Not sent: the lead came after all.") : Optional.empty();
            case CANCELLATION, SUMMARY -> Optional.empty();
        };
    }

    /** They may have said so after the letter was asked for. */
    private Optional<String> whyUnwanted(NotificationRequested request) {
        return wishes(request).decline(request.kind()) ? Optional.of(DECLINED) : Optional.empty();
    }

    private Wishes wishes(NotificationRequested request) {
        return Wishes.of(request.tenant(), request.recipient().email(), history);
    }

    private Letter letter(NotificationRequested request, Appointment meeting) {
        return new Letter(
                request.notificationId(),
                request.tenant(),
                request.kind(),
                request.recipient(),
                meeting.inviteesBut(request.recipient()),
                meeting.meetingId(),
                meeting.title(),
                meeting.hostName(),
                meeting.time(),
                request.sequence(),
                reason(request, meeting),
                meeting.summary(),
                assessment(request, meeting),
                Style.of(request.tenant(), request.kind(), wishes(request).language(), history),
                SeriesAsItIs.entry(request, meeting.occurrence(), history));
    }

    private static String reason(NotificationRequested request, Appointment meeting) {
        var isForSeries = request.kind() == NotificationKind.PROPOSAL_DECLINED && SeriesAsItIs.isMeantBy(request);
        return isForSeries ? NOT_ONE_MEETING : meeting.reason();
    }

    /** What the sales team makes of a lead is not even read for anybody else's letter. */
    private Optional<Assessment> assessment(NotificationRequested request, Appointment meeting) {
        if (request.kind() != NotificationKind.SUMMARY || request.recipient().role() != Invitee.Role.HOST)
            return Optional.empty();
        return Optional.of(Assessment.of(meeting.meetingId(), meeting.leadId(), history));
    }

    private void putOff(Notice notice, String reason) throws NotNow {
        var request = notice.request();
        commands.send(new RecordNotificationDeferred(
                request.notificationId(), us(request), clock.instant(), notice.attempts() + 1, reason));
        throw new NotNow(reason);
    }

    private void fail(NotificationRequested request, String reason) {
        commands.send(new RecordNotificationFailed(request.notificationId(), us(request), clock.instant(), reason));
    }

    private static Actor us(NotificationRequested request) {
        return Actor.system(request.tenant(), "delivery");
    }
}
