package brokenhouse.driver;

import java.time.Instant;

/** Right: a client at a terminal, at the pace and in the time of people. */
class PlaysAPerson {
    Instant thinks() throws InterruptedException {
        Thread.sleep(1);
        return Instant.now();
    }
}
