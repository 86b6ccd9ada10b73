package dev.parley.infra.freshness;

import static dev.parley.infra.freshness.LocalViews.NOTHING;

import dev.parley.infra.freshness.LocalViews.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node knows of the parts of views that other nodes have. Positions only grow, so old knowledge is at worst too modest;
 * but a view may be emptied by an operator and begin again, so it is forgotten after a while.
 */
final class Elsewhere {
    private final Duration believedFor;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();
    private final Map<Part, Told> told = new ConcurrentHashMap<>();

    Elsewhere(Duration believedFor) {
        this.believedFor = believedFor;
    }

    /** All parts of a view, with the positions that are in the database. */
    private record Stored(Map<Part, Long> parts, long at) {}

    private record Told(long position, long at) {}

    /** Read from the table of positions: right as to which parts there are, but a position may be seconds late. */
    void stored(String view, Map<Part, Long> parts) {
        stored.put(view, new Stored(parts, System.nanoTime()));
    }

    /** Told by the node that has the part. */
    void told(Part part, long position) {
        told.put(part, new Told(position, System.nanoTime()));
    }

    /** How far all parts of this view are, wherever they run. */
    long slowest(View here) {
        var known = stored.get(here.name());
        if (known == null || isOld(known.at())) return NOTHING;
        return known.parts().entrySet().stream()
                .mapToLong(part -> List.of(
                                part.getValue(),
                                here.parts().getOrDefault(part.getKey(), NOTHING),
                                lastTold(part.getKey()))
                        .stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(NOTHING))
                .min()
                .orElse(NOTHING);
    }

    private long lastTold(Part part) {
        var last = told.get(part);
        return last == null || isOld(last.at()) ? NOTHING : last.position();
    }

    private boolean isOld(long at) {
        return System.nanoTime() - at > believedFor.toNanos();
    }
}
