package dev.parley.infra.backplane;

import dev.parley.infra.store.postgres.RepeatingSession;
import dev.parley.signaling.backplane.Backplane.Notice;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.core.JacksonException;

/** Hears the notices of all nodes, this one's included, over one connection; what is told while that is broken is missed. */
final class NoticeListener extends RepeatingSession {
    static final String CHANNEL = "parley_rooms";
    private static final Logger LOG = LoggerFactory.getLogger(NoticeListener.class);

    private final PostgresBackplane.Lines lines;
    private final BackplaneSettings settings;
    private final NoticeFormat format = new NoticeFormat();
    private final Sinks.Many<Notice> heard = Sinks.many().multicast().directBestEffort();

    NoticeListener(PostgresBackplane.Lines lines, BackplaneSettings settings) {
        super("backplane-listener", settings.longestPause());
        this.lines = lines;
        this.settings = settings;
    }

    Flux<Notice> heard() {
        return heard.asFlux().onBackpressureBuffer(settings.unread(), BufferOverflowStrategy.DROP_OLDEST);
    }

    @Override
    protected void session() throws SQLException {
        try (var connection = lines.open("backplane-listener")) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen " + CHANNEL);
            }
            while (isRunning()) hear(connection);
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
        try {
            format.read(payload).ifPresent(heard::tryEmitNext);
        } catch (JacksonException e) {
            LOG.warn("Not a notice, ignored: {}", e.getMessage());
        }
    }
}
