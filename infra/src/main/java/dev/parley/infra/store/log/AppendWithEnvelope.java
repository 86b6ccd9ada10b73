package dev.parley.infra.store.log;

import static dev.parley.api.Envelope.COMMAND_ID;
import static dev.parley.api.Envelope.CORRELATION_ID;
import static dev.parley.api.Envelope.TENANT_ID;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.AppendEventsStatementBuilder;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.TimestampWriter;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Appends events; tenant, command and correlation stand in the metadata and in columns, so that rules and people can use them. */
final class AppendWithEnvelope implements AppendEventsStatementBuilder {
    private static final String SQL = """
            insert into event_log (event_id, stream, sequence, stream_type, recorded_at, event_type, revision, payload, metadata,
                tenant_id, command_id, correlation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public PreparedStatement build(
            Connection connection,
            EventSchema schema,
            Class<?> dataType,
            List<? extends EventMessage<?>> events,
            Serializer serializer,
            TimestampWriter time)
            throws SQLException {
        var statement = connection.prepareStatement(SQL);
        for (var message : events) {
            var event = placed(message);
            var payload = event.serializePayload(serializer, dataType);
            statement.setString(1, event.getIdentifier());
            statement.setString(2, event.getAggregateIdentifier());
            statement.setLong(3, event.getSequenceNumber());
            statement.setString(4, event.getType());
            time.writeTimestamp(statement, 5, event.getTimestamp());
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setObject(8, payload.getData());
            statement.setObject(9, event.serializeMetaData(serializer, dataType).getData());
            statement.setObject(10, tenant(event));
            statement.setString(11, text(event, COMMAND_ID));
            statement.setString(12, text(event, CORRELATION_ID));
            statement.addBatch();
        }
        return statement;
    }

    /** An event outside any stream is a stream of its own, as in Axon's stock engine. */
    private static DomainEventMessage<?> placed(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) return event;
        return new GenericDomainEventMessage<>(null, message.getIdentifier(), 0L, message, message::getTimestamp);
    }

    private static UUID tenant(EventMessage<?> event) {
        var tenant = text(event, TENANT_ID);
        if (tenant == null)
            throw new EventStoreException("The event " + event.getPayloadType().getName()
                    + " has no tenant: it was published outside a command, so nobody filled its envelope");
        return UUID.fromString(tenant);
    }

    private static @Nullable String text(EventMessage<?> event, String key) {
        var value = event.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
