package dev.parley.infra.eventlog;

import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;

import dev.parley.api.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
     * Wakes the threads of those that are decided: one, which then wakes the others, because to wake a thread costs about as
     * much as to store its event, and the appender has the next batch to see to.
     */
    static void tell(List<Append> batch) {
        var news =
                batch.stream().filter(append -> append.decided && !append.told).toList();
        news.forEach(append -> append.told = true);
        for (var first = 0; first < news.size(); first++) {
            news.get(first).others = news.subList(first + 1, news.size());
            if (news.get(first).tell()) return;
        }
    }

    /** False if its thread has given up waiting, so that it will not tell anybody. */
    private boolean tell() {
        return fault != null ? answer.completeExceptionally(fault) : answer.complete(position);
    }

    /**
     * Waits for the answer. An interrupt does not end it sooner, since others may hear theirs from this thread.
     *
     * @param atMost more than the appender takes to decide in any case
     * @throws ExecutionException with the fault; NO_ANSWER_IN_TIME if the appender has not decided
     */
    long await(Duration atMost) throws ExecutionException {
        var until = System.nanoTime() + atMost.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    answer.completeExceptionally(new Refused(NO_ANSWER_IN_TIME));
                }
            }
        } finally {
            others.forEach(Append::tell);
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
