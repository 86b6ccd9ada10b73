package dev.parley.query.zones;

import dev.parley.api.Regions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What clocks show in a region between two moments.
 *
 * @param offset at the first moment, for instance {@code -04:00}
 */
record ZoneOffsets(String tzdb, String zone, String offset, List<Change> changes) {

    /** From {@code at} on. */
    record Change(Instant at, String before, String after) {
        private static Change of(ZoneOffsetTransition change) {
            return new Change(change.getInstant(), text(change.getOffsetBefore()), text(change.getOffsetAfter()));
        }
    }

    static ZoneOffsets of(ZoneId zone, Instant from, Instant to) {
        var rules = zone.getRules();
        var changes = Stream.iterate(
                        rules.nextTransition(from),
                        change -> change != null && !change.getInstant().isAfter(to),
                        change -> rules.nextTransition(change.getInstant()))
                .map(Change::of)
                .toList();
        return new ZoneOffsets(Regions.inForce().tzdb(), zone.getId(), text(rules.getOffset(from)), changes);
    }

    /** Browsers know no {@code Z} for an offset. */
    private static String text(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
