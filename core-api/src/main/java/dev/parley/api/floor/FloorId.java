package dev.parley.api.floor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Names the stream of a meeting's floor. */
public record FloorId(@JsonValue UUID value) {
    @JsonCreator
    public static FloorId of(String text) {
        return new FloorId(UUID.fromString(text));
    }

    public static FloorId next(Instant now) {
        return new FloorId(Ids.next(now));
    }

    public static FloorId of(MeetingId meeting) {
        return new FloorId(Ids.named("floor", meeting));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
