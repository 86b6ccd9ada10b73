package brokenhouse.saga.reminder;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Wrong: nobody can set this clock. */
class TakesTheTime {
    LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }
}
