package dev.parley.api.notification;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.template.WordedBy;
import java.time.Instant;
import java.util.Optional;

/** What people ask about notifications, and the answers' shapes. */
public sealed interface NotificationQuery {

    /** One line of the deliveries page. */
    record DeliveryLine(
            NotificationId notificationId,
            MeetingId meetingId,
            NotificationKind kind,
            String recipientName,
            String recipientEmail,
            String occasion,
            int sequence,
            State state,
            int attempts,
            String messageId,
            String detail,
            Optional<WordedBy> wordedBy,
            Instant at,
            long version)
            implements NotificationQuery {}

    enum State {
        REQUESTED,
        DEFERRED,
        SENT,
        FAILED,
        /** The server's answer was lost. */
        UNKNOWN,
        BOUNCED,
        COMPLAINED
    }
}
