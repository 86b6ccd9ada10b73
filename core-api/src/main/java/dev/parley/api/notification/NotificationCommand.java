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
     * @param document fingerprint of the calendar document that went along; empty if none did
     */
    record RecordNotificationSent(
            @TargetAggregateIdentifier NotificationId notificationId,
            Actor by,
            Instant at,
            String messageId,
            String reply,
            WordedBy wordedBy,
            String document)
            implements NotificationCommand {
        public RecordNotificationSent(
                NotificationId notificationId,
                Actor by,
                Instant at,
                String messageId,
                String reply,
                WordedBy wordedBy) {
            this(notificationId, by, at, messageId, reply, wordedBy, "");
        }
    }

    /** The letter was handed over, but the server's answer was lost: it may have been sent, or not. */
    record RecordNotificationUnconfirmed(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, int attempt, String reason)
            implements NotificationCommand {}

    /** The letter came back (RFC 3464). @param status enhanced status code, for instance {@code 5.1.1} */
    record RecordNotificationBounced(
            @TargetAggregateIdentifier NotificationId notificationId,
            Actor by,
            Instant at,
            String status,
            String reason)
            implements NotificationCommand {}

    /** Its reader called it unwanted (RFC 5965). */
    record RecordNotificationComplained(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, String reason)
            implements NotificationCommand {}

    /** Somebody wants the same letter to go out once more. */
    record ResendNotification(@TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at)
            implements NotificationCommand {}

    record RecordNotificationDeferred(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, int attempt, String reason)
            implements NotificationCommand {}

    record RecordNotificationFailed(
            @TargetAggregateIdentifier NotificationId notificationId, Actor by, Instant at, String reason)
            implements NotificationCommand {}
}
