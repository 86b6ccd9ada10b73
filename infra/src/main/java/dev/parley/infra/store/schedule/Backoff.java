package dev.parley.infra.store.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: anything between nothing and a bound that grows, by chance (full jitter), so that what failed
 * together comes back spread over the whole time rather than in waves.
 *
 * @param chance safe for many threads
 */
record Backoff(Duration first, Duration longest, RandomGenerator chance) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param failures so far, from 1 */
    Duration after(int failures) {
        var bound = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(1 + chance.nextLong(Math.max(1, Math.min(longest.toMillis(), bound))));
    }
}
