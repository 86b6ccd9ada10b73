package dev.parley.api.questionset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.UUID;

/** Names a question; stable across the versions of its set. */
public record QuestionId(@JsonValue UUID value) {
    @JsonCreator
    public static QuestionId of(String text) {
        return new QuestionId(UUID.fromString(text));
    }

    public static QuestionId next(Instant now) {
        return new QuestionId(Ids.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
