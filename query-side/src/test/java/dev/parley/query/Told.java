package dev.parley.query;

import static org.axonframework.eventhandling.ReplayToken.createReplayToken;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Event;
import dev.parley.api.Samples;
import dev.parley.api.StoredEvents;
import dev.parley.api.TenantId;
import dev.parley.api.WireFormat;
import dev.parley.query.Hints.Hint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What happened, stored in the log and told to projections as Axon would. */
public final class Told implements Hints {
    private final Views views;
    private final TransactionTemplate unitOfWork;
    private final List<AnnotationEventHandlerAdapter> projections = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final Sinks.Many<Hint> live = Sinks.many().multicast().directBestEffort();
    private final List<Hint> hints = new ArrayList<>();
    private Actor by = Samples.alice;
    private Instant at = Samples.now;

    public Told(Views views) {
        this.views = views;
        this.unitOfWork = new TransactionTemplate(new DataSourceTransactionManager(views.writer()));
    }

    public Told to(Object... handlers) {
        Stream.of(handlers).map(AnnotationEventHandlerAdapter::new).forEach(projections::add);
        return this;
    }

    /** From now on by somebody else. */
    public Told by(Actor other) {
        by = other;
        return this;
    }

    /** From now on at another time. */
    public Told at(Instant time) {
        at = time;
        return this;
    }

    public Told that(Object stream, List<? extends Event> events) {
        events.forEach(event -> that(stream, event));
        return this;
    }

    public Told that(Object stream, Event event) {
        var sequence = sequences.merge(stream.toString(), 0L, (so, _) -> so + 1);
        var message = new GenericDomainEventMessage<>(
                "Test",
                stream.toString(),
                sequence,
                event,
                envelope(by.tenant()),
                UUID.randomUUID().toString(),
                at);
        messages.add(message);
        positions.add(store(message, sequence));
        tell(message, new GlobalSequenceTrackingToken(positions.getLast()));
        return this;
    }

    /** As by a node that has lost its claim and does not know: old facts after new ones, and nobody says they are old. */
    public Told again() {
        for (var i = messages.size() - 1; i >= 0; i--)
            tell(messages.get(i), new GlobalSequenceTrackingToken(positions.get(i)));
        return this;
    }

    /** The views are emptied and everything is told again, as a replay. */
    public Told rebuilt() {
        projections.forEach(AnnotationEventHandlerAdapter::prepareReset);
        var head = new GlobalSequenceTrackingToken(positions.getLast());
        for (var i = 0; i < messages.size(); i++)
            tell(messages.get(i), createReplayToken(head, new GlobalSequenceTrackingToken(positions.get(i))));
        return this;
    }

    public long lastPosition() {
        return positions.getLast();
    }

    public List<Hint> hints() {
        return List.copyOf(hints);
    }

    @Override
    public void changed(Hint hint) {
        hints.add(hint);
        live.tryEmitNext(hint);
    }

    @Override
    public Flux<Hint> stream() {
        return live.asFlux();
    }

    private void tell(GenericDomainEventMessage<?> message, TrackingToken token) {
        TrackedEventMessage<?> tracked = new GenericTrackedDomainEventMessage<>(token, message);
        for (var projection : projections) unitOfWork.executeWithoutResult(_ -> handle(projection, tracked));
    }

    private static void handle(AnnotationEventHandlerAdapter projection, TrackedEventMessage<?> message) {
        try {
            if (projection.canHandle(message)) projection.handle(message);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long store(GenericDomainEventMessage<?> message, long sequence) {
        return views.jdbc()
                .sql("""
                        insert into event_log (position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at,
                            tenant_id, command_id, command_index, payload, metadata, hash)
                        select coalesce(max(position), 0) + 1, :stream, :sequence, 'Test', :id, :type, '1', :at, :tenant, gen_random_uuid(), 0, :payload,
                            :metadata, sha256(:payload)
                        from event_log
                        returning position
                        """)
                .param("stream", message.getAggregateIdentifier())
                .param("sequence", sequence)
                .param("id", message.getIdentifier())
                .param("type", StoredEvents.nameOf(message.getPayloadType()))
                .param("at", message.getTimestamp().atOffset(ZoneOffset.UTC))
                .param("tenant", by.tenant().value())
                .param("payload", json(message.getPayload()))
                .param("metadata", json(message.getMetaData()))
                .query(Long.class)
                .single();
    }

    private static byte[] json(Object value) {
        return WireFormat.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    private static MetaData envelope(TenantId tenant) {
        return MetaData.with(Envelope.TENANT_ID, tenant.toString());
    }
}
