package brokenhouse.saga.reminder;

import java.time.Instant;
import java.util.function.Supplier;

/** Wrong: the same behind a method reference. */
class TakesTheTimeByReference {
    Supplier<Instant> now = Instant::now;
}
