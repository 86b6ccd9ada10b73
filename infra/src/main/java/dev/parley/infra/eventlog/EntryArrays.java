package dev.parley.infra.eventlog;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/** Entries as the arrays of one statement: a column each, so that a group commit of any size is one round trip. */
final class EntryArrays {
    /** Columns and their order as {@link #bind} gives them, behind the position. */
    static final String INSERT = """
            insert into parley.event_log (position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at,
                tenant_id, command_id, command_index, correlation_id, payload, metadata, hash)
            select before.position + entry.n, entry.stream, entry.sequence, entry.stream_type, entry.event_id, entry.event_type,
                entry.revision, entry.recorded_at, entry.tenant_id, entry.command_id, entry.command_index, entry.correlation_id,
                entry.payload, entry.metadata, entry.hash
            from before, unnest(?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) with ordinality
                entry (stream, sequence, event_id, tenant_id, command_id, command_index, stream_type, event_type, revision, recorded_at,
                    correlation_id, payload, metadata, hash, n)""";

    private final PgConnection connection;
    private final PreparedStatement statement;
    private final List<Entry> entries;
    private int parameter;

    private EntryArrays(PreparedStatement statement, int first, List<Entry> entries) throws SQLException {
        this.connection = statement.getConnection().unwrap(PgConnection.class);
        this.statement = statement;
        this.parameter = first;
        this.entries = entries;
    }

    /** @param first number of the first array's parameter */
    static void bind(PreparedStatement statement, int first, List<Entry> entries, byte[][] hashes) throws SQLException {
        var arrays = new EntryArrays(statement, first, entries);
        arrays.keys();
        arrays.texts(LogRow::streamType);
        arrays.texts(LogRow::eventType);
        arrays.texts(LogRow::revision);
        arrays.add(BinaryArray.ofInstants(arrays.connection, entries, LogRow::recordedAt));
        arrays.texts(LogRow::correlationId);
        arrays.bytes(LogRow::payload);
        arrays.bytes(LogRow::metadata);
        arrays.add("bytea", hashes);
    }

    /** For those who look entries up: stream, sequence, event, tenant, command and its index. */
    static void bindKeys(PreparedStatement statement, int first, List<Entry> entries) throws SQLException {
        var arrays = new EntryArrays(statement, first, entries);
        arrays.keys();
    }

    private void keys() throws SQLException {
        texts(LogRow::stream);
        add("bigint", entries.stream().mapToLong(Entry::sequence).toArray());
        texts(LogRow::eventId);
        add(BinaryArray.ofIds(connection, entries, LogRow::tenantId));
        add(BinaryArray.ofIds(connection, entries, LogRow::commandId));
        add(
                "integer",
                entries.stream().mapToInt(entry -> entry.fact().commandIndex()).toArray());
    }

    private void texts(Function<LogRow, @Nullable String> column) throws SQLException {
        var texts = new @Nullable String[entries.size()];
        for (var i = 0; i < texts.length; i++)
            texts[i] = column.apply(entries.get(i).fact());
        add("text", texts);
    }

    private void bytes(Function<LogRow, byte[]> column) throws SQLException {
        var bytes = new byte[entries.size()][];
        for (var i = 0; i < bytes.length; i++)
            bytes[i] = column.apply(entries.get(i).fact());
        add("bytea", bytes);
    }

    /** Arrays of primitives, texts and bytes travel in binary if they are given as what they are. */
    private void add(String type, Object array) throws SQLException {
        add(connection.createArrayOf(type, array));
    }

    private void add(Array array) throws SQLException {
        statement.setArray(parameter++, array);
    }
}
