package dev.parley.signaling.minutes;

import static dev.parley.signaling.frame.SignalRefusal.TOO_MUCH_WAITING;

import dev.parley.api.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after the other for each key, without waiting for any; refuses when too much is waiting. Whoever waits for a
 * thing hears of it before the next one begins.
 */
final class InOrder<K> {
    private final int most;
    private final Map<K, Line> lines = new HashMap<>();

    InOrder(int most) {
        this.most = most;
    }

    private static final class Line {
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        private int waiting;
    }

    /** Two futures, because one that has several dependents tells the last of them first. */
    private record Turn<T>(CompletableFuture<T> answer, CompletableFuture<Void> over) {
        boolean end(T result, @Nullable Throwable failure) {
            return failure == null ? answer.complete(result) : answer.completeExceptionally(failure);
        }
    }

    <T> CompletableFuture<T> then(K key, Supplier<CompletableFuture<T>> step) {
        var mine = new Turn<>(new CompletableFuture<T>(), new CompletableFuture<>());
        CompletableFuture<?> before;
        synchronized (lines) {
            var line = lines.computeIfAbsent(key, _ -> new Line());
            if (line.waiting >= most) return CompletableFuture.failedFuture(new Refused(TOO_MUCH_WAITING));
            line.waiting++;
            before = line.last;
            line.last = mine.over();
        }
        before.handle((_, _) -> take(key, step, mine));
        return mine.answer();
    }

    /** By {@code handle}, since all that only pass a failure on would wrap it, with a stack trace each. */
    private <T> CompletableFuture<Boolean> take(K key, Supplier<CompletableFuture<T>> step, Turn<T> mine) {
        return begin(step).handle((result, failure) -> {
            mine.end(result, failure);
            done(key);
            return mine.over().complete(null);
        });
    }

    private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> step) {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void done(K key) {
        synchronized (lines) {
            var line = lines.get(key);
            if (line != null && --line.waiting == 0) lines.remove(key);
        }
    }
}
