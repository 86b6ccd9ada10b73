package dev.parley.infra.eventlog;

import static dev.parley.api.UnreadEvent.Reason.METADATA;
import static dev.parley.api.UnreadEvent.Reason.PAYLOAD;
import static dev.parley.api.UnreadEvent.Reason.UNKNOWN_REVISION;
import static dev.parley.api.UnreadEvent.Reason.UNKNOWN_TYPE;

import dev.parley.api.UnreadEvent;
import dev.parley.api.UnreadEvent.Reason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Makes of what is stored what this version understands, by way of the upcasters: one event mostly, or none, or several. */
public final class Reading {
    private final StableNames serializer;
    private final EventUpcaster upcasters;
    private final WhatItConcerns concerns;

    Reading(StableNames serializer, EventUpcaster upcasters, WhatItConcerns concerns) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.concerns = concerns;
    }

    /** @throws UnreadableEvent if it cannot be read, for whatever reason */
    List<TrackedEventMessage<?>> tracked(LogRow row) {
        return orUnreadable(row, () -> tracked(new LogEvent(row)))
                .<TrackedEventMessage<?>>map(message -> TenantLie.marked(message, row))
                .toList();
    }

    /**
     * For processors, which can set an event aside: one of an unknown type, or that does not decode, is an {@link UnreadEvent}.
     *
     * @throws UnreadableEvent if its revision is unknown, for it may mean anything, also for what comes later
     */
    List<TrackedEventMessage<?>> orUnread(LogRow row) {
        try {
            return tracked(row);
        } catch (UnreadableEvent e) {
            if (e.reason() != UNKNOWN_TYPE && e.reason() != PAYLOAD) throw e;
            var unread = unread(new LogEvent(row), concerns.of(row), e.reason(), e);
            return List.of(TenantLie.marked(unread, row));
        }
    }

    /** For sourcing, where nobody asks for metadata, and most events are as this version writes them. */
    List<DomainEventMessage<?>> domain(LogRow row) {
        var event = new LogEvent(row);
        if (serializer.isTodays(event.getPayload().getType())) return List.of(asItStands(row, event));
        return orUnreadable(row, () -> domain(new LogEvent(row)))
                .<DomainEventMessage<?>>map(message -> message)
                .toList();
    }

    private DomainEventMessage<?> asItStands(LogRow row, LogEvent event) {
        var message = new SerializedMessage<>(
                event.getEventIdentifier(), event.getPayload(), event.getMetaData(), serializer);
        var placed = new GenericDomainEventMessage<>(
                event.getType(), row.stream(), event.getSequenceNumber(), message, event.getTimestamp());
        attempt(row, PAYLOAD, placed, EventMessage::getPayload);
        return placed;
    }

    /** What was set aside, as it reads today; an {@link UnreadEvent} if it still cannot be read, for whatever reason. */
    public EventMessage<?> letter(StoredLetter letter) {
        try {
            var messages = (letter.trackingToken() == null ? domain(letter) : tracked(letter)).toList();
            messages.forEach(Reading::decode);
            if (messages.size() == 1) return messages.getFirst();
            return unread(letter, letter.concerns(), UNKNOWN_REVISION, severalOf(messages.size()));
        } catch (RuntimeException e) {
            return unread(letter, letter.concerns(), reason(e), e);
        }
    }

    private Stream<TrackedEventMessage<?>> tracked(StoredEvent event) {
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(event), serializer, upcasters);
    }

    private Stream<? extends DomainEventMessage<?>> domain(StoredEvent event) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(event), serializer, upcasters)
                .asStream();
    }

    /** Metadata before the content, for what cannot be attributed to anybody is not even set aside. */
    private static <M extends EventMessage<?>> Stream<M> orUnreadable(LogRow row, Supplier<Stream<? extends M>> read) {
        List<? extends M> messages;
        try {
            messages = read.get().toList();
        } catch (RuntimeException e) {
            throw new UnreadableEvent(row, reason(e), e);
        }
        for (var message : messages) attempt(row, METADATA, message, EventMessage::getMetaData);
        for (var message : messages) attempt(row, PAYLOAD, message, EventMessage::getPayload);
        return messages.stream().map(message -> message);
    }

    private static void attempt(LogRow row, Reason reason, EventMessage<?> message, Consumer<EventMessage<?>> part) {
        try {
            part.accept(message);
        } catch (RuntimeException e) {
            throw new UnreadableEvent(row, reason, e);
        }
    }

    private static void decode(EventMessage<?> message) {
        message.getMetaData();
        message.getPayload();
    }

    private static Reason reason(RuntimeException failure) {
        return switch (failure) {
            case UnknownType _ -> UNKNOWN_TYPE;
            case UnknownRevision _ -> UNKNOWN_REVISION;
            default -> PAYLOAD;
        };
    }

    private TrackedEventMessage<?> unread(StoredEvent event, String concerns, Reason reason, RuntimeException why) {
        var stored = event.getPayload();
        var unread = new UnreadEvent(
                stored.getType().getName(),
                stored.getType().getRevision(),
                stored.getData(),
                concerns,
                reason,
                String.valueOf(why.getMessage()));
        var message =
                new GenericMessage<>(event.getEventIdentifier(), unread, serializer.deserialize(event.getMetaData()));
        if (event.getAggregateIdentifier() == null)
            return new GenericTrackedEventMessage<>(event.trackingToken(), message, event::getTimestamp);
        return new GenericTrackedDomainEventMessage<>(
                event.trackingToken(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                message,
                event::getTimestamp);
    }

    private static RuntimeException severalOf(int messages) {
        return new IllegalStateException("Upcasters make " + messages + " events of it, which no letter can hold");
    }
}
