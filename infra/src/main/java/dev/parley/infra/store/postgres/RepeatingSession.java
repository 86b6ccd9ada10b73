package dev.parley.infra.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session with the database on a virtual thread that begins again, after a growing pause, whenever it breaks. */
public abstract class RepeatingSession {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatingSession.class);
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final String name;
    private final Duration longestPause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int failures;
    private @Nullable Thread thread;

    protected RepeatingSession(String name, Duration longestPause) {
        this.name = name;
        this.longestPause = longestPause;
    }

    /** One session, until {@link #isRunning} says no. */
    protected abstract void session() throws SQLException, InterruptedException;

    public final synchronized void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    public final synchronized void stop() {
        stopped.countDown();
        if (thread != null) thread.interrupt();
    }

    protected final boolean isRunning() {
        return stopped.getCount() > 0;
    }

    protected final void succeeded(boolean alive) throws SQLException {
        if (!alive) throw new SQLException("the connection is dead");
        failures = 0;
    }

    /** Does nothing for a while, but ends at once when it is stopped. */
    protected final void rest(Duration pause) throws InterruptedException {
        if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) LOG.debug("{} stops", name);
    }

    private void run() {
        while (isRunning()) {
            try {
                session();
            } catch (SQLException e) {
                if (!isRunning()) return;
                failures++;
                LOG.warn("{} begins again: {}", name, e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    private void pause() {
        var pause = Math.min(longestPause.toMillis(), FIRST_PAUSE_MILLIS << Math.min(failures, 10));
        try {
            rest(Duration.ofMillis(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
