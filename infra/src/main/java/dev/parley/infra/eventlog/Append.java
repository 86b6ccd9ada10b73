package dev.parley.infra.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work, stored all or not at all, and the answer that its thread waits for. The {@link Appender}
 * decides what became of it; that its thread hears of it is another step.
 */
final class Append {
    private final List<Entry> entries;
    private final int bytes;
    /** When it is too late to answer, by {@link System#nanoTime}. */
    private final long deadline;

    private final CompletableFuture<Long> answer = new CompletableFuture<>();
    /** Whether a commit was under way when the connection broke, so that these events may be stored already. */
    private boolean doubtful;

    private boolean decided;
    private boolean told;
    private long position;
    private @Nullable Throwable fault;
    private List<Append> others = List.of();

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

    /** @param position of the last event */
    void storedAt(long position) {
        this.position = position;
        this.decided = true;
    }

    /** The first word stands: what was stored cannot fail any more. */
    void failed(Throwable fault) {
        if (decided) return;
        this.fault = fault;
        this.decided = true;
    }

    boolean isDecided() {
        return decided;
    }

    /**
     * Wakes the threads of those that are decided: the first, which then wakes the others, because to wake a thread costs about
     * as much as to store its event, and the appender has the next batch to see to.
     */
    static void tell(List<Append> batch) {
        var news =
                batch.stream().filter(append -> append.decided && !append.told).toList();
        if (news.isEmpty()) return;
        news.forEach(append -> append.told = true);
        news.getFirst().others = news.subList(1, news.size());
        news.getFirst().tell();
    }

    private void tell() {
        if (fault != null) answer.completeExceptionally(fault);
        else answer.complete(position);
    }

    /**
     * Waits for the answer, which the appender gives in any case and in bounded time; not even an interrupt ends it sooner,
     * since others may hear theirs from this thread.
     *
     * @throws CompletionException with the fault
     */
    long await() {
        try {
            return answer.join();
        } finally {
            others.forEach(Append::tell);
        }
    }
}
