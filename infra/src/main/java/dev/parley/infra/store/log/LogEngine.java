package dev.parley.infra.store.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Axon's JDBC engine over the table of V1: real time stamps, and the envelope in columns of its own. */
final class LogEngine extends JdbcEventStorageEngine {
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("event_log")
            .snapshotTable("snapshot")
            .globalIndexColumn("position")
            .timestampColumn("recorded_at")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("stream")
            .sequenceNumberColumn("sequence")
            .typeColumn("stream_type")
            .payloadTypeColumn("event_type")
            .payloadRevisionColumn("revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private LogEngine(Builder builder) {
        super(builder);
    }

    static LogEngine of(Builder builder) {
        return new LogEngine(
                builder.schema(SCHEMA).appendEvents(new AppendWithEnvelope()).createTokenAt((connection, _, at) -> {
                    var statement = connection.prepareStatement(
                            "select min(position) - 1 from event_log where recorded_at >= ?");
                    write(statement, 1, at);
                    return statement;
                }));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant at) throws SQLException {
        write(statement, position, at);
    }

    private static void write(PreparedStatement statement, int position, Instant at) throws SQLException {
        statement.setObject(position, at.atOffset(ZoneOffset.UTC));
    }
}
