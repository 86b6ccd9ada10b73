package dev.parley.saga;

import dev.parley.api.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What has happened to one thing, from the log itself: processes decide on facts, never on a view that may lag behind. */
public final class History {
    private final EventStore log;

    public History(EventStore log) {
        this.log = log;
    }

    /** Everything that happened under this id, oldest first; empty if it was never heard of. */
    public <E extends Event> List<Fact<E>> of(Object id, Class<E> feature) {
        // From sequence 0 on, because reading by id alone would begin with a snapshot of the aggregate.
        try (var events = log.readEvents(id.toString(), 0).asStream()) {
            return events.filter(event -> feature.isInstance(event.getPayload()))
                    .map(event -> new Fact<>(feature.cast(event.getPayload()), event.getTimestamp()))
                    .collect(Collectors.toUnmodifiableList());
        }
    }

    /** An event and when it was stored. */
    public record Fact<E extends Event>(E event, Instant at) {}
}
