package dev.parley.infra.store.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, half of each by chance, so that what failed together does not come back together. */
record Backoff(Duration first, Duration longest) {

    /** @param failures so far, from 1 */
    Duration after(int failures) {
        var full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
