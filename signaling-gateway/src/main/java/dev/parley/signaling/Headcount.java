package dev.parley.signaling;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many connections there are of each: of an address, a person, an organisation. Nobody is remembered who has none. */
final class Headcount<K> {
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    Headcount(int most) {
        this.most = most;
    }

    /** Taken by one connection; given back as often as anybody likes, but once. */
    static final class Place {
        private final AtomicBoolean given = new AtomicBoolean();
        private final Runnable back;

        private Place(Runnable back) {
            this.back = back;
        }

        void giveBack() {
            if (given.compareAndSet(false, true)) back.run();
        }

        Place and(Place other) {
            return new Place(() -> {
                giveBack();
                other.giveBack();
            });
        }
    }

    /** @throws Refused as {@code otherwise} says, if there are too many already */
    Place take(K who, Refusal otherwise) {
        var now = counts.merge(who, 1, Integer::sum);
        var place = new Place(() -> counts.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1));
        if (now <= most) return place;
        place.giveBack();
        throw new Refused(otherwise);
    }
}
