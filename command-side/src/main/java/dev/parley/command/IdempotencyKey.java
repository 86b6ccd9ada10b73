package dev.parley.command;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Shape;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client calls a request, so that repeating it makes nothing twice: the new thing is named after the key. */
public record IdempotencyKey(String value) {

    public static IdempotencyKey of(@Nullable String header) {
        return new IdempotencyKey(Shape.optionalLine("Idempotency-Key", header, 200));
    }

    /** The id of the new thing: the client's own, or one that the same key leads to again, or just a new one. */
    public UUID nameFor(String field, @Nullable String ownId, Actor by, Instant at) {
        if (ownId != null) return Shape.uuid(field, ownId);
        return value.isEmpty() ? Ids.next(at) : Ids.named("idempotent", by.tenant(), by.id(), value, field);
    }
}
