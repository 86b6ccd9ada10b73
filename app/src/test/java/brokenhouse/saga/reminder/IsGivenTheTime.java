package brokenhouse.saga.reminder;

import java.time.Clock;
import java.time.Instant;

/** Right: the clock comes from outside. */
class IsGivenTheTime {
    Instant now(Clock clock) {
        return Instant.now(clock);
    }
}
