package dev.parley.infra.hints;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import dev.parley.query.Hints.Hint;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;
import tools.jackson.core.JacksonException;

/**
 * Hears the hints of all nodes, this one's included, over one connection; PostgreSQL gives everybody the same order. Wherever
 * hints may have been lost (the connection broke, a sender forgot some, a subscriber was too slow) the streams concerned end
 * or fail: whoever follows one begins again and reads its view afresh.
 */
final class HintListener extends RepeatingSession {
    static final String CHANNEL = "parley_hints";
    private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);

    private final DedicatedConnections connections;
    private final HintSettings settings;
    private final HintFormat format = new HintFormat();
    private volatile Sinks.Many<Hint> heard = Sinks.many().multicast().directBestEffort();

    HintListener(DedicatedConnections connections, HintSettings settings) {
        super("hint-listener", settings.longestPause());
        this.connections = connections;
        this.settings = settings;
    }

    Flux<Hint> stream() {
        return Flux.defer(() -> heard.asFlux())
                .onBackpressureBuffer(settings.unread(), BufferOverflowStrategy.ERROR)
                .publishOn(Schedulers.parallel(), Queues.XS_BUFFER_SIZE);
    }

    @Override
    protected void session() throws SQLException {
        try (var connection = connections.open("hint-listener")) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen " + CHANNEL);
            }
            endStreams(); // who has subscribed before LISTEN has missed something
            while (isRunning()) hear(connection);
        } finally {
            endStreams();
        }
    }

    private void hear(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications((int)
                settings.heartbeat().toMillis());
        if (notifications == null || notifications.length == 0) {
            succeeded(connection.isValid(5));
            return;
        }
        for (var notification : notifications) emit(notification.getParameter());
        succeeded(true);
    }

    private void emit(String payload) {
        if (payload.equals(HintFormat.SOME_WERE_LOST)) {
            endStreams();
            return;
        }
        try {
            format.read(payload).forEach(heard::tryEmitNext);
        } catch (JacksonException e) {
            LOG.warn("Not a hint, ignored: {}", e.getMessage());
        }
    }

    private void endStreams() {
        var ended = heard;
        heard = Sinks.many().multicast().directBestEffort();
        ended.tryEmitComplete();
    }
}
