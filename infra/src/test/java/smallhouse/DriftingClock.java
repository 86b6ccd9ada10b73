package smallhouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, as long as it does not drift. */
public final class DriftingClock extends Clock {
    private volatile Duration drift = Duration.ZERO;

    public void isRight() {
        drift = Duration.ZERO;
    }

    public void drifts(Duration by) {
        drift = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(drift);
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
