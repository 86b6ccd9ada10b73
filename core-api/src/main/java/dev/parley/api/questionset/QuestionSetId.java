package dev.parley.api.questionset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.UUID;

/** Names a question set across its versions. */
public record QuestionSetId(@JsonValue UUID value) {
    @JsonCreator
    public static QuestionSetId of(String text) {
        return new QuestionSetId(UUID.fromString(text));
    }

    public static QuestionSetId next(Instant now) {
        return new QuestionSetId(Ids.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
