package dev.parley.infra.eventlog;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log. Says when there is something new, so that nobody need ask again and again. */
final class TailStream implements TrackingEventStream {
    private static final int FOREVER_SECONDS = 3600;

    private final Tail tail;
    private final Queue<Tail.Slot> page = new ArrayDeque<>();
    private final Queue<TrackedEventMessage<?>> messages = new ArrayDeque<>();
    private final Object news = new Object();
    private long position;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    /** @param after the position that this reader has seen */
    TailStream(Tail tail, long after) {
        this.tail = tail;
        this.position = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.ofNullable(messages.peek()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            var remaining = deadline - System.nanoTime();
            if (remaining <= 0 || closed) return false;
            synchronized (news) {
                if (position >= tail.last()) TimeUnit.NANOSECONDS.timedWait(news, Math.max(1, remaining));
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(FOREVER_SECONDS, TimeUnit.SECONDS))
            if (closed) throw new IllegalStateException("the stream was closed");
        return messages.remove();
    }

    /** Whether there is a message; upcasters may have left a row without any. */
    private boolean fill() {
        while (messages.isEmpty()) {
            if (position >= tail.last()) return false;
            var slot = next();
            if (slot == null) return false;
            messages.addAll(slot.read());
            position = slot.position();
            page.poll();
        }
        return true;
    }

    private Tail.@Nullable Slot next() {
        if (!page.isEmpty()) return page.peek();
        var remembered = tail.remembered(position + 1);
        if (remembered.isPresent()) page.add(remembered.get());
        else page.addAll(tail.read(position));
        return page.peek();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    void wake() {
        synchronized (news) {
            news.notifyAll();
        }
        var waiting = callback;
        if (waiting != null) waiting.run();
    }

    @Override
    public void close() {
        closed = true;
        tail.forget(this);
        wake();
    }
}
