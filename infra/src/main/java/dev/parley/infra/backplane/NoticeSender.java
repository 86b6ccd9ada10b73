package dev.parley.infra.backplane;

import dev.parley.infra.store.postgres.RepeatingSession;
import dev.parley.signaling.backplane.Backplane.Notice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices over one connection of its own, outside any transaction; what arrives while a statement runs goes together in the next. */
final class NoticeSender extends RepeatingSession {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final String SQL =
            "select pg_notify('" + NoticeListener.CHANNEL + "', payload) from unnest(?) payload";

    private final PostgresBackplane.Lines lines;
    private final BackplaneSettings settings;
    private final NoticeFormat format = new NoticeFormat();
    private final BlockingQueue<Notice> waiting;

    NoticeSender(PostgresBackplane.Lines lines, BackplaneSettings settings) {
        super("backplane-sender", settings.longestPause());
        this.lines = lines;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    /** Never waits. */
    void send(Notice notice) {
        while (!waiting.offer(notice)) waiting.poll();
    }

    @Override
    protected void session() throws SQLException, InterruptedException {
        try (var connection = lines.open("backplane-sender")) {
            while (isRunning()) {
                var batch = next();
                if (batch.isEmpty()) succeeded(connection.isValid(5));
                else send(batch, connection);
            }
        }
    }

    private List<Notice> next() throws InterruptedException {
        var first = waiting.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        var batch = new ArrayList<Notice>();
        batch.add(first);
        waiting.drainTo(batch, settings.together() - 1);
        return batch;
    }

    /** What a broken connection could not carry is lost: by the time it is back, it may no longer be so. */
    private void send(List<Notice> batch, Connection connection) throws SQLException {
        var payloads = batch.stream()
                .flatMap(notice -> format.payload(notice).stream())
                .toArray(String[]::new);
        if (payloads.length < batch.size()) LOG.warn("{} notices were too long", batch.size() - payloads.length);
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", payloads));
            statement.execute();
        }
        succeeded(true);
    }
}
