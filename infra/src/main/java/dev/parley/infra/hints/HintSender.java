package dev.parley.infra.hints;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.query.Hints.Hint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends hints over one connection of its own, outside any transaction: a commit with a NOTIFY takes a lock that all such commits
 * share, so appends and projections must not carry one. What arrives while a statement runs goes together in the next.
 */
final class HintSender extends Repeating {
    private static final Logger LOG = LoggerFactory.getLogger(HintSender.class);
    private static final String SQL =
            "select pg_notify('" + HintListener.CHANNEL + "', payload) from unnest(?) payload";

    private final DedicatedConnections connections;
    private final HintSettings settings;
    private final HintFormat format = new HintFormat();
    private final BlockingQueue<Hint> waiting;

    HintSender(DedicatedConnections connections, HintSettings settings) {
        super("hint-sender", settings.longestPause());
        this.connections = connections;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    /** Never waits. */
    void send(List<Hint> hints) {
        for (var hint : hints) {
            while (!waiting.offer(hint)) waiting.poll();
        }
    }

    @Override
    void session() throws SQLException, InterruptedException {
        try (var connection = connections.open("hint-sender")) {
            while (isRunning()) {
                var first = waiting.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) succeeded(connection.isValid(5));
                else send(first, connection);
            }
        }
    }

    private void send(Hint first, Connection connection) throws SQLException {
        var batch = new ArrayList<Hint>();
        batch.add(first);
        waiting.drainTo(batch, settings.together() - 1);
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1, connection.createArrayOf("text", format.payloads(batch).toArray()));
            statement.execute();
        } catch (SQLException e) {
            LOG.warn(
                    "{} hints could not be sent; screens elsewhere stay as they are until the next change",
                    batch.size());
            throw e;
        }
        succeeded(true);
    }
}
