package dev.parley.api.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Names the transcript stream of a meeting. */
public record TranscriptId(@JsonValue UUID value) {
    @JsonCreator
    public static TranscriptId of(String text) {
        return new TranscriptId(UUID.fromString(text));
    }

    public static TranscriptId next(Instant now) {
        return new TranscriptId(Ids.next(now));
    }

    public static TranscriptId of(MeetingId meeting) {
        return new TranscriptId(Ids.named("transcript", meeting));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
