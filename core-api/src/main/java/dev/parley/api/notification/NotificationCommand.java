package dev.parley.api.notification;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.template.WordedBy;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a notification can be asked to do. */
public sealed interface NotificationCommand extends Command {
    NotificationId notificationId();

    /**
     * Decides that somebody shall be told. Asking again (same id) changes nothing.
     *
     * @param occasion tells apart messages of one kind, for instance the reminder's lead time {@code PT1H}
     * @param sequence the meeting's calendar sequence that the message speaks of
     */
    record RequestNotification(
            @TargetAggregateIdentifier NotificationId notificationId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            NotificationKind kind,
            Invitee recipient,
            String occasion,
            int sequence)
            implements NotificationCommand {}

    /**
     * @param messageId the mail's Message-ID
     * @param reply the server's words, for instance {@code 250 OK}
     */
    record RecordNotificationSent(
            @TargetAggregateIdentifier NotificationId notificationId,
            Actor by,
            Instant at,
            String messageId,
            String reply,
            WordedBy wordedBy)
            implements NotificationCommand {}

    record RecordNotificationDeferred(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, int attempt, String reason)
            implements NotificationCommand {}

    record RecordNotificationFailed(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, String reason)
            implements NotificationCommand {}
}
