package dev.parley.api.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Names the stream of what was read out of a meeting. */
public record AnalysisId(@JsonValue UUID value) {
    @JsonCreator
    public static AnalysisId of(String text) {
        return new AnalysisId(UUID.fromString(text));
    }

    public static AnalysisId next(Instant now) {
        return new AnalysisId(Ids.next(now));
    }

    public static AnalysisId of(MeetingId meeting) {
        return new AnalysisId(Ids.named("analysis", meeting));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
