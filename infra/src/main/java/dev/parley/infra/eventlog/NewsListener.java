package dev.parley.infra.eventlog;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears how far other nodes have brought the log. What it misses, the tail finds when it looks by itself. */
final class NewsListener extends RepeatingSession {
    private static final Logger LOG = LoggerFactory.getLogger(NewsListener.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DedicatedConnections connections;
    private final LongConsumer reached;

    NewsListener(DedicatedConnections connections, LongConsumer reached) {
        super("log-news-listener", LONGEST_PAUSE);
        this.connections = connections;
        this.reached = reached;
    }

    @Override
    protected void session() throws SQLException {
        try (var connection = connections.open("log-news-listener")) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen " + NewsSender.CHANNEL);
            }
            while (isRunning()) hear(connection);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications((int) HEARTBEAT.toMillis());
        if (heard == null || heard.length == 0) {
            succeeded(connection.isValid(5));
            return;
        }
        for (var notification : heard) tell(notification.getParameter());
        succeeded(true);
    }

    private void tell(String position) {
        try {
            reached.accept(Long.parseLong(position));
        } catch (NumberFormatException e) {
            LOG.warn("Not a position, ignored: {}", position);
        }
    }
}
