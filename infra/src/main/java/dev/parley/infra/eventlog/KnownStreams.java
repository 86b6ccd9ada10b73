package dev.parley.infra.eventlog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last sequence of the streams that this node appended to lately. What it knows was committed, and streams only grow, so
 * a predecessor that it knows of is there for certain; whether something else came after, only the log can tell.
 */
final class KnownStreams {
    private final Map<String, Long> last;

    KnownStreams(int atMost) {
        this.last = new LinkedHashMap<>(1024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > atMost;
            }
        };
    }

    void learn(List<Entry> stored) {
        for (var entry : stored) last.put(entry.stream(), entry.sequence());
    }

    /** What must be in the log for these entries to leave no gap in any stream; or that they contradict each other. */
    Needs needsOf(List<Entry> entries) {
        var own = new HashMap<String, Long>();
        var predecessors = new LinkedHashMap<String, Long>();
        for (var entry : entries) {
            if (entry.sequence() < 0) return new Needs(Map.of(), true);
            var before = entry.sequence() - 1;
            var within = own.put(entry.stream(), entry.sequence());
            if (within != null && within != before) return new Needs(Map.of(), true);
            if (within == null && before >= 0 && last.getOrDefault(entry.stream(), -1L) < before)
                predecessors.put(entry.stream(), before);
        }
        return new Needs(predecessors, false);
    }

    /** @param contradicting two entries claim the same place or leave a gap between them, or one claims a place before the first */
    record Needs(Map<String, Long> predecessors, boolean contradicting) {}
}
