package dev.parley.infra.operations;

import java.util.List;
import java.util.Optional;

/**
 * Where a processor stands, on whichever nodes it runs.
 *
 * @param position everything up to here was handled
 * @param lag events of the log above that
 * @param lagSeconds how long ago the oldest of them happened
 * @param deadLetters events that are set aside
 * @param error why this node's part of it stopped, by name; details are in the log
 */
record ProcessorState(
        String name,
        List<Segment> segments,
        long position,
        long lag,
        double lagSeconds,
        long deadLetters,
        long deadSequences,
        boolean replaying,
        Optional<String> error) {

    record Segment(int segment, Optional<String> owner, long position) {}
}
