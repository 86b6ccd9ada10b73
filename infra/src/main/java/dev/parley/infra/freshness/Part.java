package dev.parley.infra.freshness;

import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.Segment;

/** A part of a view: with n bits in its mask it handles one in 2^n of all events. */
record Part(String view, int segment, int mask) {

    static Part of(String view, Segment segment) {
        return new Part(view, segment.getSegmentId(), segment.getMask());
    }

    /** All parts of a view, known by their numbers only. */
    static List<Part> of(String view, List<Integer> segments) {
        var numbers = segments.stream().mapToInt(Integer::intValue).toArray();
        return Arrays.stream(Segment.computeSegments(numbers))
                .map(segment -> of(view, segment))
                .toList();
    }

    double share() {
        return 1.0 / (mask + 1.0);
    }
}
