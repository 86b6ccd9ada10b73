package dev.parley.benchmarks.promises;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One attempt at breaking a promise.
 *
 * @param quick a few faults instead of many; sabotaged runs are always quick
 * @param sabotaged the promise is broken on purpose, and the checker must see it
 * @param folder of its own, for the database, the ledger and what the nodes say
 * @param bound from the first fault on; when it has passed no new one is begun
 * @param begun when it was first asked about the time; 0 before that
 */
record Trial(boolean quick, boolean sabotaged, Random random, Path folder, Duration bound, AtomicLong begun) {

    int size(int full, int quickly) {
        return quick ? quickly : full;
    }

    boolean inTime() {
        begun.compareAndSet(0, System.nanoTime());
        return System.nanoTime() - begun.get() < bound.toNanos();
    }

    void pause(Duration least, Duration most) throws InterruptedException {
        Thread.sleep(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    void say(String words) {
        System.out.printf("      %s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), words);
    }
}
