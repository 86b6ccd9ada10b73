package dev.parley.infra.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries as the arrays of one statement: a column each, so that a group commit of any size is one round trip. */
final class EntryArrays {
    /** Columns and their order as {@link #bind} gives them, behind the position. */
    static final String INSERT = """
            insert into parley.event_log (position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at,
                tenant_id, command_id, command_index, correlation_id, payload, metadata, hash)
            select before.position + entry.n, entry.stream, entry.sequence, entry.stream_type, entry.event_id, entry.event_type,
                entry.revision, entry.recorded_at, entry.tenant_id, entry.command_id, entry.command_index, entry.correlation_id,
                entry.payload, entry.metadata, entry.hash
            from before, unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[],
                ?::uuid[], ?::integer[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) with ordinality
                entry (stream, sequence, stream_type, event_id, event_type, revision, recorded_at, tenant_id, command_id,
                    command_index, correlation_id, payload, metadata, hash, n)""";

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Entry> entries;
    private int parameter;

    private EntryArrays(PreparedStatement statement, int first, List<Entry> entries) throws SQLException {
        this.connection = statement.getConnection();
        this.statement = statement;
        this.parameter = first;
        this.entries = entries;
    }

    /** @param first number of the first array's parameter */
    static void bind(PreparedStatement statement, int first, List<Entry> entries, byte[][] hashes) throws SQLException {
        var arrays = new EntryArrays(statement, first, entries);
        arrays.add("text", Entry::stream);
        arrays.add("bigint", Entry::sequence);
        arrays.add("text", Entry::streamType);
        arrays.add("text", Entry::eventId);
        arrays.add("text", Entry::eventType);
        arrays.add("text", Entry::revision);
        arrays.add("timestamptz", entry -> entry.recordedAt().toString());
        arrays.add("uuid", Entry::tenantId);
        arrays.add("uuid", Entry::commandId);
        arrays.add("integer", Entry::commandIndex);
        arrays.add("text", Entry::correlationId);
        arrays.add("bytea", entries.stream().map(Entry::payload).toArray(byte[][]::new));
        arrays.add("bytea", entries.stream().map(Entry::metadata).toArray(byte[][]::new));
        arrays.add("bytea", hashes);
    }

    /** For those who look entries up: stream, sequence, event, tenant, command and its index. */
    static void bindKeys(PreparedStatement statement, int first, List<Entry> entries) throws SQLException {
        var arrays = new EntryArrays(statement, first, entries);
        arrays.add("text", Entry::stream);
        arrays.add("bigint", Entry::sequence);
        arrays.add("text", Entry::eventId);
        arrays.add("uuid", Entry::tenantId);
        arrays.add("uuid", Entry::commandId);
        arrays.add("integer", Entry::commandIndex);
    }

    private void add(String type, Function<Entry, ? extends @Nullable Object> column) throws SQLException {
        var values = new Object[entries.size()];
        for (var i = 0; i < values.length; i++) values[i] = column.apply(entries.get(i));
        add(type, values);
    }

    private void add(String type, Object[] values) throws SQLException {
        statement.setArray(parameter++, connection.createArrayOf(type, values));
    }
}
