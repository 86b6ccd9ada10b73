package dev.parley.infra.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The event log as the framework sees it. Appends go through the node's one {@link Appender}, outside any transaction of the
 * caller's; a token is a position, because nothing can ever appear below one that was seen.
 */
public final class EventLog implements EventStorageEngine {
    private final Drafts drafts;
    private final Appender appender;
    private final LogEvents events;
    private final Snapshots snapshots;

    EventLog(Drafts drafts, Appender appender, LogEvents events, Snapshots snapshots) {
        this.drafts = drafts;
        this.appender = appender;
        this.events = events;
        this.snapshots = snapshots;
    }

    /**
     * Returns after the commit.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if a stream has gone on meanwhile
     * @throws org.axonframework.modelling.command.AggregateStreamCreationException if it exists already
     * @throws CommandRepeated if the log holds events of this command
     * @throws dev.parley.api.Refused STORE_UNAVAILABLE, TOO_BUSY, EVENT_TOO_LARGE or CLOCK_IS_OFF: nothing was stored;
     *     NO_ANSWER_IN_TIME: nobody knows
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) return;
        LastAppend.at(appender.append(drafts.of(messages)));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return snapshots.newestOf(stream);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return events.allAfter(positionOf(token)).flatMap(row -> events.tracked(row).stream());
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        var last = new AtomicReference<@Nullable Long>();
        return DomainEventStream.of(
                events.ofStream(stream, firstSequence)
                        .peek(row -> last.set(row.sequence()))
                        .flatMap(row -> events.domain(row).stream()),
                last::get);
    }

    /**
     * What a row says today: one event mostly; none or several where an upcaster says so.
     *
     * @throws UnreadableEvent if this version knows neither its type nor a way from its revision
     */
    public List<TrackedEventMessage<?>> messagesOf(LogRow row) {
        return events.tracked(row);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(events.lastSequenceOf(stream));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return new GlobalSequenceTrackingToken(events.lastBefore(at.atOffset(ZoneOffset.UTC)));
    }

    static long positionOf(@Nullable TrackingToken token) {
        if (token == null) return 0;
        if (token instanceof GlobalSequenceTrackingToken ours) return ours.getGlobalIndex();
        // One with gaps would be read as if it had none, and its gaps be skipped.
        throw new IllegalArgumentException("A token of this log is a position, but this is " + token);
    }
}
