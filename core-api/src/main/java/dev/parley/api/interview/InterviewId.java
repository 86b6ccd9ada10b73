package dev.parley.api.interview;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Names the interview of a meeting. */
public record InterviewId(@JsonValue UUID value) {
    @JsonCreator
    public static InterviewId of(String text) {
        return new InterviewId(UUID.fromString(text));
    }

    public static InterviewId next(Instant now) {
        return new InterviewId(Ids.next(now));
    }

    public static InterviewId of(MeetingId meeting) {
        return new InterviewId(Ids.named("interview", meeting));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
