package dev.parley.command;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Shape;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls a request, so that repeating it makes nothing twice: commands and new things are named after the key.
 * A key is its sender's own, of at most 200 printable characters, and holds for ever: the log is what remembers it.
 */
public record IdempotencyKey(String value) {
    static final String HEADER = "Idempotency-Key";

    public static IdempotencyKey of(@Nullable String header) {
        return new IdempotencyKey(Shape.optionalLine(HEADER, header, 200));
    }

    /** The id of the new thing: the client's own, or one that the same key leads to again, or just a new one. */
    public UUID nameFor(String field, @Nullable String ownId, Actor by, Instant at) {
        if (ownId != null) return Shape.uuid(field, ownId);
        return value.isEmpty() ? Ids.next(at) : Ids.named("idempotent", by.tenant(), by.id(), value, field);
    }
}
