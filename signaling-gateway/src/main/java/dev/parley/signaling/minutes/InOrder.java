package dev.parley.signaling.minutes;

import static dev.parley.signaling.frame.SignalRefusal.TOO_MUCH_WAITING;

import dev.parley.api.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Does one thing after the other for each key, without waiting for any; refuses when too much is waiting. */
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

    <T> CompletableFuture<T> then(K key, Supplier<CompletableFuture<T>> step) {
        var mine = new CompletableFuture<T>();
        CompletableFuture<?> before;
        synchronized (lines) {
            var line = lines.computeIfAbsent(key, _ -> new Line());
            if (line.waiting >= most) return CompletableFuture.failedFuture(new Refused(TOO_MUCH_WAITING));
            line.waiting++;
            before = line.last;
            line.last = mine;
        }
        before.handle((_, _) -> take(key, step, mine));
        return mine;
    }

    /** By {@code handle}, since all that only pass a failure on would wrap it, with a stack trace each. */
    private <T> CompletableFuture<Boolean> take(K key, Supplier<CompletableFuture<T>> step, CompletableFuture<T> mine) {
        return begin(step).handle((answer, failure) -> {
            done(key);
            return failure == null ? mine.complete(answer) : mine.completeExceptionally(failure);
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
