package dev.parley.signaling;

import dev.parley.signaling.room.Rooms;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import reactor.core.scheduler.Scheduler;

/** Sends everybody to another node before the web server starts to wait for its connections to end. */
final class GoingAway implements SmartLifecycle {
    private final Rooms rooms;
    private final Scheduler timers;
    private volatile boolean running;

    GoingAway(Rooms rooms, Scheduler timers) {
        this.rooms = rooms;
        this.timers = timers;
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

    /** Says it first, so that clients know that it is not the network. */
    @Override
    public void stop(Runnable done) {
        var notice = rooms.announceLeaving();
        timers.schedule(() -> leave(done), notice.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void leave(Runnable done) {
        try {
            stop();
        } finally {
            done.run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
