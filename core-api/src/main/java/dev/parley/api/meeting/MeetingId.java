package dev.parley.api.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.UUID;

/** Names a meeting; made by the client or the server (UUIDv7). */
public record MeetingId(@JsonValue UUID value) {
    @JsonCreator
    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    public static MeetingId next(Instant now) {
        return new MeetingId(Ids.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
