package dev.parley.infra.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of the log, in one order for all who read it. */
final class LogSql {
    static final String COLUMNS = """
            position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at, tenant_id, command_id, \
            command_index, correlation_id, payload, metadata, hash""";

    static final String AFTER =
            "select " + COLUMNS + " from parley.event_log where position > ? order by position limit ?";

    static final String OF_STREAM =
            "select " + COLUMNS + " from parley.event_log where stream = ? and sequence >= ? order by sequence limit ?";

    private LogSql() {}

    static LogRow row(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class),
                row.getInt(11),
                row.getString(12),
                row.getBytes(13),
                row.getBytes(14),
                row.getBytes(15));
    }
}
