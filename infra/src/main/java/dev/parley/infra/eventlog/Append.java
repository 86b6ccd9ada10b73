package dev.parley.infra.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The events of one unit of work, stored all or not at all, and the answer that its thread waits for. */
final class Append {
    private final List<Entry> entries;
    private final int bytes;
    /** When it is too late to answer, by {@link System#nanoTime}. */
    private final long deadline;

    private final CompletableFuture<Long> stored = new CompletableFuture<>();
    /** Whether a commit was under way when the connection broke, so that these events may be stored already. */
    private boolean doubtful;

    Append(List<Entry> entries, long deadline) {
        this.entries = entries;
        this.bytes = entries.stream().mapToInt(Entry::bytes).sum();
        this.deadline = deadline;
    }

    List<Entry> entries() {
        return entries;
    }

    int bytes() {
        return bytes;
    }

    long remainingNanos() {
        return deadline - System.nanoTime();
    }

    boolean doubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    /** The position of the last event. */
    CompletableFuture<Long> stored() {
        return stored;
    }
}
