package dev.parley.infra.eventlog;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells the other nodes how far this one has brought the log. Over a connection of its own and never inside an append, because
 * a commit with a NOTIFY takes a lock that all such commits share; what comes up while one is under way goes with the next.
 */
final class NewsSender extends RepeatingSession {
    static final String CHANNEL = "parley_log";

    /** News need not outlive a crash, so their commits do not make the appender's wait for the disk. */
    private static final Map<String, String> UNFLUSHED = Map.of("options", "-c synchronous_commit=off");

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DedicatedConnections connections;
    private final Semaphore news = new Semaphore(0);
    private volatile long position;

    NewsSender(DedicatedConnections connections) {
        super("log-news-sender", LONGEST_PAUSE);
        this.connections = connections;
    }

    /** Never waits. */
    void reached(long position) {
        this.position = position;
        if (news.availablePermits() == 0) news.release();
    }

    @Override
    protected void session() throws SQLException, InterruptedException {
        try (var connection = connections.open("log-news-sender", UNFLUSHED);
                var notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (isRunning()) {
                if (!news.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    succeeded(connection.isValid(5));
                    continue;
                }
                news.drainPermits();
                notify.setString(1, Long.toString(position));
                notify.execute();
                succeeded(true);
                rest(BETWEEN);
            }
        }
    }
}
