package dev.parley.infra.eventlog;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;

/** Whoever inserts waits in the middle of his transaction until he is released. */
final class SlowDisk implements AutoCloseable {
    private static final long GATE = 4711;

    private final EngineUnderTest log;
    private final Connection holder;
    private final Obstacle obstacle;
    private boolean removed;

    SlowDisk(EngineUnderTest log) {
        this(log, "true");
    }

    /** @param which rows, in SQL */
    SlowDisk(EngineUnderTest log, String which) {
        this.log = log;
        this.obstacle = Obstacle.put(
                log.admin(), "if %s then perform pg_advisory_xact_lock_shared(%d); end if;".formatted(which, GATE));
        try {
            this.holder = log.superuser().getConnection();
            holder.createStatement().execute("select pg_advisory_lock(%d)".formatted(GATE));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitSomebody() {
        await().until(() -> log.admin()
                        .sql("select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted")
                        .param(GATE)
                        .query(Long.class)
                        .single()
                > 0);
    }

    void release() {
        try {
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        release();
        if (!removed) obstacle.close();
        removed = true;
    }
}
