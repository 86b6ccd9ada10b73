package dev.parley.signaling.room;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Does things later, unless they are called off. */
record Timers(Scheduler scheduler) {
    Instant now() {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    Disposable after(Duration delay, Runnable what) {
        return scheduler.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
