package dev.parley.signaling;

import java.time.Clock;

/** A token bucket: so many frames a second, and a burst now and then. */
final class Allowance {
    private final double perMillisecond;
    private final double most;
    private final Clock clock;
    private double left;
    private long at;

    Allowance(int perSecond, int atOnce, Clock clock) {
        this.perMillisecond = perSecond / 1_000.0;
        this.most = atOnce;
        this.clock = clock;
        this.left = atOnce;
        this.at = clock.millis();
    }

    boolean isExceeded() {
        var now = clock.millis();
        left = Math.min(most, left + Math.max(0, now - at) * perMillisecond);
        at = now;
        if (left < 1) return true;
        left--;
        return false;
    }
}
