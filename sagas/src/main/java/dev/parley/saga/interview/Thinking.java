package dev.parley.saga.interview;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** While it is open somebody waits for an answer; if that takes longer than people bear in silence, something is said. */
final class Thinking implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Thinking.class);
    private static final long LONGEST_TO_SAY = Duration.ofSeconds(5).toMillis();

    private final AtomicBoolean undecided = new AtomicBoolean(true);
    private final CompletableFuture<Void> said;

    private Thinking(Duration bearable, Runnable say) {
        var later = CompletableFuture.delayedExecutor(bearable.toMillis(), MILLISECONDS, Thread::startVirtualThread);
        this.said = CompletableFuture.runAsync(
                () -> {
                    if (undecided.compareAndSet(true, false)) say.run();
                },
                later);
    }

    static Thinking aloudAfter(Duration bearable, Runnable say) {
        return new Thinking(bearable, say);
    }

    /** What is being said is said to its end, so that it comes before the answer. */
    @Override
    public void close() {
        if (undecided.compareAndSet(true, false)) return;
        try {
            said.get(LONGEST_TO_SAY, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("nobody was asked for a moment", e);
        }
    }
}
