package dev.parley.infra.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The end of the log as this node knows it. New events are read once for all processors, as soon as somebody says that there
 * are some, and kept for a while; who is further behind reads pages of its own.
 */
public final class Tail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    private final LogEvents events;
    private final Duration lookEvery;
    private final AtomicReferenceArray<@Nullable Slot> latest;
    private final Set<TailStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicLong heardOf = new AtomicLong();
    private volatile long last = -1;
    private volatile @Nullable Thread thread;

    Tail(LogEvents events, LogSettings settings) {
        this.events = events;
        this.lookEvery = settings.lookEvery();
        this.latest = new AtomicReferenceArray<>(settings.remembered());
    }

    /** What became of a row: its events, or why it cannot be read. */
    record Slot(
            long position,
            List<TrackedEventMessage<?>> messages,
            @Nullable UnreadableEvent fault) {
        List<TrackedEventMessage<?>> read() {
            if (fault != null) throw fault;
            return messages;
        }
    }

    /** Somebody says that the log has reached this position. Never waits. */
    public void reached(long position) {
        if (heardOf.accumulateAndGet(position, Math::max) > last) LockSupport.unpark(thread);
    }

    /** The last position that streams may read; −1 before the start. */
    long last() {
        return last;
    }

    TailStream open(long after) {
        var stream = new TailStream(this, after);
        streams.add(stream);
        return stream;
    }

    void forget(TailStream stream) {
        streams.remove(stream);
    }

    Optional<Slot> remembered(long position) {
        var slot = latest.get((int) (position % latest.length()));
        return slot != null && slot.position() == position ? Optional.of(slot) : Optional.empty();
    }

    List<Slot> read(long after) {
        return events.after(after).stream().map(this::slot).toList();
    }

    private Slot slot(LogRow row) {
        try {
            return new Slot(row.position(), events.tracked(row), null);
        } catch (UnreadableEvent fault) {
            return new Slot(row.position(), List.of(), fault);
        }
    }

    @Override
    public synchronized void start() {
        if (isRunning()) return;
        thread = Thread.ofPlatform().daemon().name("log-tail").start(this::run);
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        LockSupport.unpark(running);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before whatever reads the log. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (last < 0) begin();
                else if (!advance()) LockSupport.parkNanos(this, lookEvery.toNanos());
            } catch (RuntimeException e) {
                LOG.warn("The log cannot be read just now: {}", e.toString());
                LockSupport.parkNanos(this, PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    /** What is there already, whoever needs it reads for itself. */
    private void begin() {
        last = events.head();
        streams.forEach(TailStream::wake);
    }

    private boolean advance() {
        var news = read(last);
        if (news.isEmpty()) return heardOf.get() > last && retreat();
        for (var slot : news) latest.set((int) (slot.position() % latest.length()), slot);
        last = news.getLast().position();
        streams.forEach(TailStream::wake);
        return true;
    }

    /** Somebody was wrong about the log, or speaks of another one. */
    private boolean retreat() {
        heardOf.set(last);
        return false;
    }
}
