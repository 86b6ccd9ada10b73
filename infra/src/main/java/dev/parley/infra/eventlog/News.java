package dev.parley.infra.eventlog;

import dev.parley.infra.store.postgres.DedicatedConnections;
import org.springframework.context.SmartLifecycle;

/** News of the log between nodes, over LISTEN and NOTIFY: a hint that something is there, never the thing itself. */
final class News implements SmartLifecycle {
    private final NewsSender sender;
    private final NewsListener listener;
    private volatile boolean running;

    News(DedicatedConnections connections, Tail tail) {
        this.sender = new NewsSender(connections);
        this.listener = new NewsListener(connections, tail::reached);
    }

    void reached(long position) {
        sender.reached(position);
    }

    @Override
    public void start() {
        running = true;
        sender.start();
        listener.start();
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
