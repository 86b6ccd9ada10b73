package dev.parley.infra.eventlog;

import java.util.List;

/** How far the log is: the last position, 0 while it is empty, and the hash that proves everything up to there. */
record Head(long position, byte[] hash) {
    /** The head after these entries have followed, with each entry's hash on the way. */
    static byte[][] hashes(Head before, List<Entry> entries) {
        var hashes = new byte[entries.size()][];
        var previous = before.hash();
        for (var i = 0; i < hashes.length; i++) {
            previous = HashChain.link(
                    previous, before.position() + 1 + i, entries.get(i).leaf());
            hashes[i] = previous;
        }
        return hashes;
    }
}
