package dev.parley.infra.hints;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import dev.parley.query.Hints.Hint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends hints over one connection of its own, outside any transaction: a commit with a NOTIFY takes a lock that all such commits
 * share, so appends and projections must not carry one. What arrives while a statement runs goes together in the next.
 */
final class HintSender extends RepeatingSession {
    private static final String SQL =
            "select pg_notify('" + HintListener.CHANNEL + "', payload) from unnest(?) payload";

    private final DedicatedConnections connections;
    private final HintSettings settings;
    private final HintFormat format = new HintFormat();
    private final BlockingQueue<Hint> waiting;
    private final AtomicBoolean forgotten = new AtomicBoolean();
    private List<Hint> unsent = List.of();

    HintSender(DedicatedConnections connections, HintSettings settings) {
        super("hint-sender", settings.longestPause());
        this.connections = connections;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    /** Never waits. */
    void send(List<Hint> hints) {
        for (var hint : hints) {
            while (!waiting.offer(hint)) {
                waiting.poll();
                forgotten.set(true);
            }
        }
    }

    @Override
    protected void session() throws SQLException, InterruptedException {
        try (var connection = connections.open("hint-sender")) {
            while (isRunning()) {
                if (unsent.isEmpty()) unsent = next();
                if (unsent.isEmpty()) succeeded(connection.isValid(5));
                else send(connection);
            }
        }
    }

    private List<Hint> next() throws InterruptedException {
        var first = waiting.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        var batch = new ArrayList<Hint>();
        batch.add(first);
        waiting.drainTo(batch, settings.together() - 1);
        return batch;
    }

    /** What could not be sent is sent again by the next session; hearing a hint twice is harmless, missing one is not. */
    private void send(Connection connection) throws SQLException {
        var payloads = new ArrayList<>(format.payloads(unsent));
        var lost = forgotten.getAndSet(false);
        if (lost) payloads.addFirst(HintFormat.SOME_WERE_LOST);
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", payloads.toArray()));
            statement.execute();
        } catch (SQLException e) {
            if (lost) forgotten.set(true);
            throw e;
        }
        unsent = List.of();
        succeeded(true);
    }
}
