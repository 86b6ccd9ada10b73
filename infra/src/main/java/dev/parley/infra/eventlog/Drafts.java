package dev.parley.infra.eventlog;

import static dev.parley.api.RequestRefusal.CLOCK_IS_OFF;
import static dev.parley.api.RequestRefusal.EVENT_TOO_LARGE;

import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Turns events into entries: serialized, digested and with their envelope in columns, in the command's own thread. */
final class Drafts {
    private static final String COUNTS = Drafts.class.getName();
    private static final long NOWHERE_YET = 0;
    private static final byte[] UNPROVEN = {};

    private final Serializer serializer;
    private final Clock clock;
    private final LogSettings settings;

    Drafts(Serializer serializer, Clock clock, LogSettings settings) {
        this.serializer = serializer;
        this.clock = clock;
        this.settings = settings;
    }

    List<Entry> of(List<? extends EventMessage<?>> events) {
        var entries = new ArrayList<Entry>(events.size());
        var counts = counts();
        for (var event : events) entries.add(draft(placed(event), counts));
        return entries;
    }

    /** A unit of work may store more than once, and its events are counted on. */
    private static Map<UUID, Integer> counts() {
        if (!CurrentUnitOfWork.isStarted()) return new HashMap<>();
        return CurrentUnitOfWork.get().root().getOrComputeResource(COUNTS, _ -> new HashMap<>());
    }

    /** An event outside any stream is a stream of its own, as in Axon's stock engine. */
    private static DomainEventMessage<?> placed(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) return event;
        return new GenericDomainEventMessage<>(null, message.getIdentifier(), 0L, message, message::getTimestamp);
    }

    private Entry draft(DomainEventMessage<?> event, Map<UUID, Integer> counts) {
        var tenant = tenant(event);
        var command = command(event);
        var index = counts.merge(command, 1, Integer::sum) - 1;
        var recordedAt = recordedAt(event);
        var payload = event.serializePayload(serializer, byte[].class);
        var metadata = event.serializeMetaData(serializer, byte[].class).getData();
        if (payload.getData().length + metadata.length > settings.largestEvent().toBytes())
            throw new Refused(EVENT_TOO_LARGE);
        var type = payload.getType();
        var correlation = text(event, Envelope.CORRELATION_ID);
        return Entry.of(new LogRow(
                NOWHERE_YET,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                event.getIdentifier(),
                type.getName(),
                type.getRevision(),
                recordedAt,
                tenant,
                command,
                index,
                correlation,
                payload.getData(),
                metadata,
                UNPROVEN));
    }

    private Instant recordedAt(EventMessage<?> event) {
        var at = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
        var now = clock.instant();
        if (at.isAfter(now.plus(settings.clockTolerance()))) throw new Refused(CLOCK_IS_OFF);
        if (at.isBefore(now.minus(settings.oldestEvent()))) throw new Refused(CLOCK_IS_OFF);
        return at;
    }

    private static UUID tenant(EventMessage<?> event) {
        var tenant = text(event, Envelope.TENANT_ID);
        if (tenant == null)
            throw new EventStoreException("The event " + event.getPayloadType().getName()
                    + " has no tenant: it was published outside a command, so nobody filled its envelope");
        return UUID.fromString(tenant);
    }

    /** An event that no command caused is its own. */
    private static UUID command(EventMessage<?> event) {
        var command = text(event, Envelope.COMMAND_ID);
        return command == null ? Ids.named("event", event.getIdentifier()) : idOf(command);
    }

    private static UUID idOf(String command) {
        try {
            return UUID.fromString(command);
        } catch (IllegalArgumentException notOurs) {
            return Ids.named("command", command);
        }
    }

    private static @Nullable String text(EventMessage<?> event, String key) {
        var value = event.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
