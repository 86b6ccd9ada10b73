package brokenhouse.saga.reminder;

import java.util.Date;

/** Wrong: the oldest ways to take the time. */
class ReadsTheSystemClock {
    long now() {
        return System.currentTimeMillis();
    }

    Date today() {
        return new Date();
    }
}
