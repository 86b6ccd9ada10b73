package dev.parley.infra.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest state of each aggregate that had one taken; a shortcut for loading, and nothing is lost with it. */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final String NEWEST_FIRST = """
            select stream_type, stream, sequence, event_id, recorded_at, event_type, revision, payload, metadata
            from parley.snapshot where stream = ? order by sequence desc""";

    private static final String STORE = """
            insert into parley.snapshot (stream, sequence, stream_type, event_id, event_type, revision, recorded_at, payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (stream, sequence) do nothing""";

    private final JdbcTemplate database;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final SnapshotFilter filter;

    Snapshots(DataSource dataSource, Serializer serializer, EventUpcaster upcasters, SnapshotFilter filter) {
        this.database = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.filter = filter;
    }

    Optional<DomainEventMessage<?>> newestOf(String stream) {
        return database.query(NEWEST_FIRST, (row, _) -> snapshot(row), stream).stream()
                .filter(filter::allow)
                .flatMap(snapshot -> readable(snapshot).stream())
                .findFirst();
    }

    /** What cannot be read is taken away, so that it is told once; the events say the same. */
    private Optional<DomainEventMessage<?>> readable(DomainEventData<byte[]> snapshot) {
        try {
            var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(snapshot), serializer, upcasters)
                    .next();
            message.getPayload();
            return Optional.of(message);
        } catch (RuntimeException broken) {
            LOG.warn(
                    "The snapshot of {} at {} cannot be read and is dropped: {}",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber(),
                    broken.getMessage());
            database.update(
                    "delete from parley.snapshot where stream = ? and sequence = ?",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber());
            return Optional.empty();
        }
    }

    /** Keeps only this one: an older one is of no use any more. */
    void store(DomainEventMessage<?> snapshot) {
        var payload = snapshot.serializePayload(serializer, byte[].class);
        database.update(
                STORE,
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getType(),
                snapshot.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
                payload.getData(),
                snapshot.serializeMetaData(serializer, byte[].class).getData());
        database.update(
                "delete from parley.snapshot where stream = ? and sequence < ?",
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber());
    }

    private static DomainEventData<byte[]> snapshot(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
