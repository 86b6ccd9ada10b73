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

    /** @param wordedBy absent in what was sent before organisations could word their letters */
    @Revision("1")
    record NotificationSent(
            NotificationId notificationId,
            MeetingId meetingId,
            String messageId,
            String reply,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<WordedBy> wordedBy)
            implements NotificationEvent {}

    @Revision("1")
    record NotificationDeferred(NotificationId notificationId, MeetingId meetingId, int attempt, String reason)
            implements NotificationEvent {}

    @Revision("1")
    record NotificationFailed(NotificationId notificationId, MeetingId meetingId, String reason)
            implements NotificationEvent {}
}
