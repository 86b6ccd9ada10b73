package dev.parley.api.hostpool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a team of hosts. */
public record HostPoolId(@JsonValue UUID value) {
    @JsonCreator
    public static HostPoolId of(String text) {
        return new HostPoolId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
