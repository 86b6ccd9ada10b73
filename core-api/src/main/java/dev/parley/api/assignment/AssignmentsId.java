package dev.parley.api.assignment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import java.util.UUID;

/** Names the rules of one organisation. */
public record AssignmentsId(@JsonValue UUID value) {
    @JsonCreator
    public static AssignmentsId of(String text) {
        return new AssignmentsId(UUID.fromString(text));
    }

    public static AssignmentsId of(TenantId tenant) {
        return new AssignmentsId(Ids.named("assignments", tenant));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
