package dev.parley.infra.eventlog;

import static dev.parley.api.RequestRefusal.CLOCK_IS_OFF;

import dev.parley.api.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The appender's connection. As long as nobody interferes a group commit is one statement, which takes the append lock, moves
 * the head, stores and commits. It stores nothing if another node has moved the head, a predecessor is missing or the clocks
 * disagree; then, as after any conflict, each append is judged on its own under the lock.
 */
final class AppendSession implements AutoCloseable {
    private static final int KNOWN_STREAMS = 50_000;

    private static final String LOCK = "select position, hash, clock_timestamp() from parley.event_log_head for update";

    private static final String UNDER_LOCK = """
            with before as (
                update parley.event_log_head set position = position + ?, hash = ? returning position - ? as position)
            """ + EntryArrays.INSERT;

    private final Connection connection;
    private final AtOnce atOnce;
    private final PreparedStatement lock;
    private final PreparedStatement underLock;
    private final Judge judge;
    private final Clock clock;
    private final Duration tolerance;
    private final Consumer<List<LogRow>> afterCommit;
    private final KnownStreams known = new KnownStreams(KNOWN_STREAMS);
    private @Nullable Head head;

    /** @param afterCommit hears what was stored; must not wait */
    AppendSession(Connection connection, Clock clock, Duration tolerance, Consumer<List<LogRow>> afterCommit)
            throws SQLException {
        this.connection = connection;
        this.atOnce = new AtOnce(connection, clock, tolerance);
        this.lock = connection.prepareStatement(LOCK);
        this.underLock = connection.prepareStatement(UNDER_LOCK);
        this.judge = new Judge(connection);
        this.clock = clock;
        this.tolerance = tolerance;
        this.afterCommit = afterCommit;
    }

    /** Each append learns its own outcome; if this fails, those without one have none. */
    void store(List<Append> batch) throws SQLException {
        if (!storedAtOnce(batch)) storeOneByOne(batch);
    }

    private boolean storedAtOnce(List<Append> batch) throws SQLException {
        if (head == null || batch.stream().anyMatch(Append::doubtful)) return false;
        var entries = entriesOf(batch);
        var needs = known.needsOf(entries);
        if (needs.contradicting()) return false;
        var hashes = Head.hashes(head, entries);
        try {
            if (!atOnce.store(head, needs.predecessors(), entries, hashes)) return false;
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.IN_THE_EVENTS) return false;
            throw e;
        }
        acknowledge(batch, head, entries, hashes);
        return true;
    }

    private void storeOneByOne(List<Append> batch) throws SQLException {
        try {
            storeUnderLock(batch);
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.IN_THE_EVENTS) throw e;
            if (batch.size() == 1) {
                batch.getFirst().failed(new EventStoreException("An event cannot be stored", e));
                return;
            }
            for (var append : batch) storeOneByOne(List.of(append));
        }
    }

    private void storeUnderLock(List<Append> batch) throws SQLException {
        head = null;
        connection.setAutoCommit(false);
        try {
            var locked = lockHead();
            var verdict = judge.judge(batch);
            var entries = entriesOf(verdict.accepted());
            var hashes = Head.hashes(locked, entries);
            if (!entries.isEmpty()) insert(entries, hashes);
            connection.commit();
            head = locked;
            verdict.refused().forEach(Runnable::run);
            if (!entries.isEmpty()) acknowledge(verdict.accepted(), locked, entries, hashes);
        } catch (Refused clockIsOff) {
            connection.rollback();
            batch.forEach(append -> append.failed(clockIsOff));
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.WITH_THE_CONNECTION) connection.rollback();
            throw e;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
    }

    private Head lockHead() throws SQLException {
        var asked = clock.instant();
        try (var row = lock.executeQuery()) {
            if (!row.next()) throw new SQLException("event_log_head is empty");
            refuseClock(asked, row.getObject(3, OffsetDateTime.class).toInstant(), clock.instant());
            return new Head(row.getLong(1), row.getBytes(2));
        }
    }

    private void refuseClock(Instant asked, Instant database, Instant answered) {
        if (database.isBefore(asked.minus(tolerance))) throw new Refused(CLOCK_IS_OFF);
        if (database.isAfter(answered.plus(tolerance))) throw new Refused(CLOCK_IS_OFF);
    }

    private void insert(List<Entry> entries, byte[][] hashes) throws SQLException {
        underLock.setInt(1, entries.size());
        underLock.setBytes(2, hashes[hashes.length - 1]);
        underLock.setInt(3, entries.size());
        EntryArrays.bind(underLock, 4, entries, hashes);
        underLock.executeUpdate();
    }

    private void acknowledge(List<Append> stored, Head before, List<Entry> entries, byte[][] hashes) {
        head = new Head(before.position() + entries.size(), hashes[hashes.length - 1]);
        known.learn(entries);
        var position = before.position();
        for (var append : stored) {
            position += append.entries().size();
            append.storedAt(position);
        }
        afterCommit.accept(rows(before, entries, hashes));
    }

    private static List<LogRow> rows(Head before, List<Entry> entries, byte[][] hashes) {
        var rows = new ArrayList<LogRow>(hashes.length);
        for (var i = 0; i < hashes.length; i++)
            rows.add(entries.get(i).fact().placed(before.position() + 1 + i, hashes[i]));
        return rows;
    }

    /** Where this connection last saw the head; 0 before its first append. */
    long position() {
        return head == null ? 0 : head.position();
    }

    private static List<Entry> entriesOf(List<Append> appends) {
        var entries = new ArrayList<Entry>();
        for (var append : appends) entries.addAll(append.entries());
        return entries;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // The server will notice too.
        }
    }
}
