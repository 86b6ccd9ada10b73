package dev.parley.infra.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A group commit as one statement, which takes the append lock, moves the head, stores and commits. It stores nothing if the
 * head is not where it was, a predecessor is missing or the clocks disagree. A lone event has a statement of its own: for it
 * the server would work as long on the arrays as on the rest.
 */
final class AtOnce {
    private static final String HEAD = """
            with before as (
                update parley.event_log_head set position = position + ?, hash = ?
                where position = ? and hash = ?
                  and statement_timestamp() between ?::timestamptz and ?::timestamptz
                  and %s
                returning position - ? as position)
            """;

    private static final String PREDECESSORS = """
            not exists (
                select from unnest(?::text[], ?::bigint[]) predecessor (stream, sequence)
                where not exists (
                    select from parley.event_log e
                    where e.stream = predecessor.stream and e.sequence = predecessor.sequence))""";

    private static final String PREDECESSOR = """
            (?::bigint < 0 or exists (select from parley.event_log e where e.stream = ? and e.sequence = ?))""";

    private final Connection connection;
    private final PreparedStatement many;
    private final PreparedStatement one;
    private final Clock clock;
    private final Duration tolerance;

    AtOnce(Connection connection, Clock clock, Duration tolerance) throws SQLException {
        this.connection = connection;
        this.many = connection.prepareStatement(HEAD.formatted(PREDECESSORS) + EntryArrays.INSERT);
        this.one = connection.prepareStatement(HEAD.formatted(PREDECESSOR) + EntryValues.INSERT);
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /**
     * Returns after the commit whether these entries now follow this head.
     *
     * @param predecessors that must be in the log, the last sequence by stream
     */
    boolean store(Head head, Map<String, Long> predecessors, List<Entry> entries, byte[][] hashes) throws SQLException {
        var statement = entries.size() == 1 ? one : many;
        bindHead(statement, head, hashes);
        if (entries.size() == 1) {
            var entry = entries.getFirst();
            var before = predecessors.getOrDefault(entry.stream(), -1L);
            statement.setLong(7, before);
            statement.setString(8, entry.stream());
            statement.setLong(9, before);
            statement.setInt(10, 1);
            EntryValues.bind(statement, 11, entry, hashes[0]);
        } else {
            var streams = predecessors.keySet().toArray(String[]::new);
            var sequences = predecessors.values().toArray(Long[]::new);
            statement.setArray(7, connection.createArrayOf("text", streams));
            statement.setArray(8, connection.createArrayOf("bigint", sequences));
            statement.setInt(9, hashes.length);
            EntryArrays.bind(statement, 10, entries, hashes);
        }
        return statement.executeUpdate() == hashes.length;
    }

    private void bindHead(PreparedStatement statement, Head head, byte[][] hashes) throws SQLException {
        var now = clock.instant();
        statement.setInt(1, hashes.length);
        statement.setBytes(2, hashes[hashes.length - 1]);
        statement.setLong(3, head.position());
        statement.setBytes(4, head.hash());
        statement.setObject(5, now.minus(tolerance).toString(), Types.OTHER);
        statement.setObject(6, now.plus(tolerance).toString(), Types.OTHER);
    }
}
