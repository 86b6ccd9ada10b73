package dev.parley.api.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.UUID;

/** Names a lead. */
public record LeadId(@JsonValue UUID value) {
    @JsonCreator
    public static LeadId of(String text) {
        return new LeadId(UUID.fromString(text));
    }

    public static LeadId next(Instant now) {
        return new LeadId(Ids.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
