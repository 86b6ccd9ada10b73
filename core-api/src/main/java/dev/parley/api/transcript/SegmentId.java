package dev.parley.api.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.UUID;

/** Names a stretch of speech or typing by one person; made by the speaker's browser, so that sending it twice is harmless. */
public record SegmentId(@JsonValue UUID value) {
    @JsonCreator
    public static SegmentId of(String text) {
        return new SegmentId(UUID.fromString(text));
    }

    public static SegmentId next(Instant now) {
        return new SegmentId(Ids.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
