package dev.parley.infra.backplane;

import dev.parley.signaling.backplane.Backplane;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;

/** A backplane for all nodes that share a database: docs/decisions/0042-a-room-lives-on-one-node.md. */
final class PostgresBackplane implements Backplane, SmartLifecycle {
    private final NoticeSender sender;
    private final NoticeListener listener;
    private volatile boolean running;

    /** Connections of our own, outside the pool. */
    interface Lines {
        Connection open(String purpose) throws SQLException;
    }

    PostgresBackplane(Lines lines, BackplaneSettings settings) {
        this.sender = new NoticeSender(lines, settings);
        this.listener = new NoticeListener(lines, settings);
    }

    @Override
    public void tell(Notice notice) {
        sender.send(notice);
    }

    @Override
    public Flux<Notice> heard() {
        return listener.heard();
    }

    @Override
    public void start() {
        running = true;
        listener.start();
        sender.start();
    }

    @Override
    public void stop() {
        running = false;
        sender.stop();
        listener.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
