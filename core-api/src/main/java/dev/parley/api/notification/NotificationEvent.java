package dev.parley.api.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.template.WordedBy;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a notification. */
public sealed interface NotificationEvent extends Event {
    NotificationId notificationId();

    MeetingId meetingId();

    @Revision("1")
    record NotificationRequested(
            NotificationId notificationId,
            TenantId tenant,
            MeetingId meetingId,
            NotificationKind kind,
            Invitee recipient,
            String occasion,
            int sequence)
            implements NotificationEvent {}

    /**
     * @param wordedBy absent in what was sent before organisations could word their letters
     * @param document fingerprint of the calendar document that went along; empty if none did, or of older versions
     */
    @Revision("2")
    record NotificationSent(
            NotificationId notificationId,
            MeetingId meetingId,
            String messageId,
            String reply,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<WordedBy> wordedBy,
            String document)
            implements NotificationEvent {
        public NotificationSent(
                NotificationId notificationId,
                MeetingId meetingId,
                String messageId,
                String reply,
                Optional<WordedBy> wordedBy) {
            this(notificationId, meetingId, messageId, reply, wordedBy, "");
        }
    }

    @Revision("1")
    record NotificationDeferred(NotificationId notificationId, MeetingId meetingId, int attempt, String reason)
            implements NotificationEvent {}

    @Revision("1")
    record NotificationFailed(NotificationId notificationId, MeetingId meetingId, String reason)
            implements NotificationEvent {}

    /** Nobody knows whether it was sent: the answer to the letter's last line was lost. */
    @Revision("1")
    record NotificationUnconfirmed(NotificationId notificationId, MeetingId meetingId, int attempt, String reason)
            implements NotificationEvent {}

    /** @param status enhanced status code (RFC 3463) */
    @Revision("1")
    record NotificationBounced(NotificationId notificationId, MeetingId meetingId, String status, String reason)
            implements NotificationEvent {}

    @Revision("1")
    record NotificationComplained(NotificationId notificationId, MeetingId meetingId, String reason)
            implements NotificationEvent {}

    /** It goes out once more. @param round from 2; the first was the one that was requested */
    @Revision("1")
    record NotificationReopened(NotificationId notificationId, MeetingId meetingId, int round)
            implements NotificationEvent {}
}
