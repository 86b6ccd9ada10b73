package dev.parley.infra.eventlog;

import dev.parley.api.OlderShapes;
import dev.parley.api.Upcast;
import dev.parley.api.Upcast.Shape;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads events in the shape they have today, whichever they were stored in; what is stored never changes. */
final class Upcasters implements EventUpcaster {
    private final OlderShapes older;

    Upcasters(OlderShapes older) {
        this.older = older;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(this::toNewest);
    }

    private IntermediateEventRepresentation toNewest(IntermediateEventRepresentation stored) {
        var event = stored;
        for (var step = stepFrom(event); step != null; step = stepFrom(event)) event = take(step, event);
        return event;
    }

    private @Nullable Upcast stepFrom(IntermediateEventRepresentation event) {
        SerializedType type = event.getType();
        if (type.getRevision() == null) return null;
        return older.next(new Shape(type.getName(), type.getRevision())).orElse(null);
    }

    private static IntermediateEventRepresentation take(Upcast step, IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(step.to().event(), step.to().revision()),
                JsonNode.class,
                json -> step.change().apply((ObjectNode) json));
    }
}
