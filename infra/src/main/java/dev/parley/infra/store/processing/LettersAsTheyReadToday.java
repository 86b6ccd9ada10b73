package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.Reading;
import dev.parley.infra.eventlog.StoredLetter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterJdbcConverter;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads letters by way of the upcasters, as the log is read: the version that tries again may be newer than the one that gave up.
 * Axon's own converter knows no upcasters, and a single letter that it cannot read keeps it from all others of its group.
 */
final class LettersAsTheyReadToday
        implements DeadLetterJdbcConverter<EventMessage<?>, JdbcDeadLetter<EventMessage<?>>> {
    private final DeadLetterSchema names;
    private final Serializer general;
    private final Serializer events;
    private final Supplier<Reading> reading;

    /** @param reading asked for late: it needs what is still being put together */
    LettersAsTheyReadToday(DeadLetterSchema names, Serializer general, Serializer events, Supplier<Reading> reading) {
        this.names = names;
        this.general = general;
        this.events = events;
        this.reading = reading;
    }

    @Override
    public JdbcDeadLetter<EventMessage<?>> convertToLetter(ResultSet row) throws SQLException {
        return new JdbcDeadLetter<>(
                row.getString(names.deadLetterIdentifierColumn()),
                row.getLong(names.sequenceIndexColumn()),
                row.getString(names.sequenceIdentifierColumn()),
                DateTimeUtils.parseInstant(row.getString(names.enqueuedAtColumn())),
                DateTimeUtils.parseInstant(row.getString(names.lastTouchedColumn())),
                cause(row),
                diagnostics(row),
                reading.get().letter(letter(row)));
    }

    private StoredLetter letter(ResultSet row) throws SQLException {
        return new StoredLetter(
                row.getString(names.sequenceIdentifierColumn()),
                row.getString(names.eventIdentifierColumn()),
                DateTimeUtils.parseInstant(row.getString(names.timestampColumn())),
                row.getString(names.payloadTypeColumn()),
                row.getString(names.payloadRevisionColumn()),
                row.getBytes(names.payloadColumn()),
                row.getBytes(names.metaDataColumn()),
                row.getString(names.aggregateTypeColumn()),
                row.getString(names.aggregateIdentifierColumn()),
                row.getLong(names.sequenceNumberColumn()),
                token(row));
    }

    private @Nullable TrackingToken token(ResultSet row) throws SQLException {
        var type = row.getString(names.tokenTypeColumn());
        if (type == null) return null;
        return general.deserialize(
                new SimpleSerializedObject<>(row.getBytes(names.tokenColumn()), byte[].class, type, null));
    }

    private @Nullable Cause cause(ResultSet row) throws SQLException {
        var type = row.getString(names.causeTypeColumn());
        return type == null ? null : new ThrowableCause(type, row.getString(names.causeMessageColumn()));
    }

    private MetaData diagnostics(ResultSet row) throws SQLException {
        return events.deserialize(new SimpleSerializedObject<>(
                row.getBytes(names.diagnosticsColumn()), byte[].class, MetaData.class.getName(), null));
    }
}
