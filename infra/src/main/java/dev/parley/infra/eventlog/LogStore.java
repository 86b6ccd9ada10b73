package dev.parley.infra.eventlog;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The framework's event store over the log. Its streams wake their readers when something was stored, on whichever node;
 * those of the stock store would have processors look every half second.
 */
final class LogStore extends AbstractEventStore {
    private final Tail tail;

    private LogStore(Builder builder, Tail tail) {
        super(builder);
        this.tail = tail;
    }

    static LogStore over(EventStorageEngine engine, Tail tail) {
        return new LogStore(new Builder().storageEngine(engine), tail);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return tail.open(EventLog.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        @Override
        public Builder storageEngine(EventStorageEngine engine) {
            super.storageEngine(engine);
            return this;
        }
    }
}
