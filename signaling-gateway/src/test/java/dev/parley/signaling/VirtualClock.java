package dev.parley.signaling;

import dev.parley.api.Samples;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Shows the time that the timers go by. */
public final class VirtualClock extends Clock {
    private final VirtualTimeScheduler time;

    public VirtualClock(VirtualTimeScheduler time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return Samples.now.plusMillis(time.now(TimeUnit.MILLISECONDS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
