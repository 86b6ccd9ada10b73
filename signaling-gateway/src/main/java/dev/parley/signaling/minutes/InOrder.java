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
        var turn = new CompletableFuture<Void>();
        var mine = turn.thenCompose(_ -> step.get());
        CompletableFuture<?> before;
        synchronized (lines) {
            var line = lines.computeIfAbsent(key, _ -> new Line());
            if (line.waiting >= most) return CompletableFuture.failedFuture(new Refused(TOO_MUCH_WAITING));
            line.waiting++;
            before = line.last;
            line.last = mine;
        }
        mine.whenComplete((_, _) -> done(key));
        before.whenComplete((_, _) -> turn.complete(null));
        return mine;
    }

    private void done(K key) {
        synchronized (lines) {
            var line = lines.get(key);
            if (line != null && --line.waiting == 0) lines.remove(key);
        }
    }
}
