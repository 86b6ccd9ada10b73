package dev.parley.api.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Names one intended message to one recipient. */
public record NotificationId(@JsonValue UUID value) {
    @JsonCreator
    public static NotificationId of(String text) {
        return new NotificationId(UUID.fromString(text));
    }

    public static NotificationId next(Instant now) {
        return new NotificationId(Ids.next(now));
    }

    /** The same intention has the same id, so asking twice sends once. */
    public static NotificationId of(MeetingId meeting, NotificationKind kind, String recipient, String occasion) {
        return new NotificationId(Ids.named("notification", meeting, kind, recipient, occasion));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
