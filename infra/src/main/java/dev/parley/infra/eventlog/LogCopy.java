package dev.parley.infra.eventlog;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A part of the log on its way through PostgreSQL's binary COPY, the cheapest that the server has to offer. It is asked for in
 * ranges, so that a slow reader holds no snapshot of the database for long.
 */
final class LogCopy {
    private static final int RANGE = 50_000;
    private static final int HEADER = 19;

    private final @Nullable String stream;
    private final long first;
    private final long last;

    private LogCopy(@Nullable String stream, long first, long last) {
        this.stream = stream;
        this.first = first;
        this.last = last;
    }

    static LogCopy ofLog(long after, long last) {
        return new LogCopy(null, after + 1, last);
    }

    static LogCopy ofStream(String stream, long firstSequence) {
        return new LogCopy(stream, firstSequence, Long.MAX_VALUE);
    }

    /** Takes one page after the other; may wait as long as it likes, and says whether it wants more. */
    interface Pages {
        boolean take(List<LogRow> page) throws InterruptedException;
    }

    void read(Connection connection, int rows, long bytes, Pages pages) throws SQLException, InterruptedException {
        for (var from = first; from <= last; ) {
            var until = last - from < RANGE ? last : from + RANGE - 1;
            var found = range(connection, from, until, rows, bytes, pages);
            // Neither the log nor a stream has gaps: what is missing was not written yet, or is not wanted.
            if (found < until - from + 1) return;
            if (until == last) return;
            from = until + 1;
        }
    }

    /** How many rows there were; none if they are not wanted any more. */
    private long range(Connection connection, long from, long until, int rows, long bytes, Pages pages)
            throws SQLException, InterruptedException {
        var server = connection.unwrap(PGConnection.class);
        var copy = server.getCopyAPI().copyOut(sql(server, from, until));
        var page = new ArrayList<LogRow>(rows);
        var size = 0L;
        var found = 0L;
        try {
            for (var message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                var row = rowOf(message, found == 0);
                if (row == null) continue;
                found++;
                size += row.payload().length + row.metadata().length;
                page.add(row);
                if (page.size() < rows && size < bytes) continue;
                if (!pages.take(page)) return 0;
                page = new ArrayList<>(rows);
                size = 0;
            }
        } finally {
            // The rest of a range may be long, and the driver's cancelCopy leaves some of it on the line.
            if (copy.isActive()) connection.abort(Runnable::run);
        }
        return page.isEmpty() || pages.take(page) ? found : 0;
    }

    private String sql(PGConnection server, long from, long until) throws SQLException {
        var where = stream == null
                ? "position between %d and %d order by position".formatted(from, until)
                : "stream = '%s' and sequence between %d and %d order by sequence"
                        .formatted(server.escapeLiteral(stream), from, until);
        return "copy (select " + LogSql.COLUMNS + " from parley.event_log where " + where
                + ") to stdout (format binary)";
    }

    /** The header comes alone or before the first row, depending on the server's version; the trailer has no fields. */
    private static @Nullable LogRow rowOf(byte[] message, boolean first) {
        var bytes = ByteBuffer.wrap(message);
        if (first && message.length >= HEADER && message[0] == 'P' && message[1] == 'G') bytes.position(HEADER);
        if (bytes.remaining() < Short.BYTES || bytes.getShort() < 0) return null;
        return BinaryRow.read(bytes);
    }
}
