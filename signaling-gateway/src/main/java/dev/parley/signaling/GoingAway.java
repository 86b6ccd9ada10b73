package dev.parley.signaling;

import dev.parley.signaling.room.Rooms;
import org.springframework.context.SmartLifecycle;

/** Sends everybody to another node before the web server starts to wait for its connections to end. */
final class GoingAway implements SmartLifecycle {
    private final Rooms rooms;
    private volatile boolean running;

    GoingAway(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        rooms.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
