package dev.parley.infra.eventlog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** One entry as the values of a statement; {@link EntryArrays} is for several. */
final class EntryValues {
    /** Columns and their order as {@link #bind} gives them, behind the position. */
    static final String INSERT = """
            insert into parley.event_log (position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at,
                tenant_id, command_id, command_index, correlation_id, payload, metadata, hash)
            select before.position + 1, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ? from before""";

    private EntryValues() {}

    /** @param first number of the first value's parameter */
    static void bind(PreparedStatement statement, int first, Entry entry, byte[] hash) throws SQLException {
        var fact = entry.fact();
        var parameter = first;
        statement.setString(parameter++, fact.stream());
        statement.setLong(parameter++, fact.sequence());
        statement.setString(parameter++, fact.streamType());
        statement.setString(parameter++, fact.eventId());
        statement.setString(parameter++, fact.eventType());
        statement.setString(parameter++, fact.revision());
        statement.setObject(parameter++, fact.recordedAt().toString(), Types.OTHER);
        statement.setObject(parameter++, fact.tenantId());
        statement.setObject(parameter++, fact.commandId());
        statement.setInt(parameter++, fact.commandIndex());
        statement.setString(parameter++, fact.correlationId());
        statement.setBytes(parameter++, fact.payload());
        statement.setBytes(parameter++, fact.metadata());
        statement.setBytes(parameter, hash);
    }
}
