package dev.parley.infra.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
 * The end of the log as this node knows it. What this node appended is handed over, what others appended is read once for all
 * processors as soon as somebody says so; both are kept for a while, and who is further behind reads pages of its own.
 */
public final class Tail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int HANDED = 256;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    private final LogEvents events;
    private final Duration lookEvery;
    private final AtomicReferenceArray<@Nullable Slot> latest;
    private final Set<TailStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicLong heardOf = new AtomicLong();
    private final BlockingQueue<List<LogRow>> handed = new ArrayBlockingQueue<>(HANDED);
    private long looked = System.nanoTime();
    private volatile long last = -1;
    private volatile @Nullable Thread thread;

    Tail(LogEvents events, LogSettings settings) {
        this.events = events;
        this.lookEvery = settings.lookEvery();
        this.latest = new AtomicReferenceArray<>(settings.remembered());
    }

    /** A row, and its events once somebody has asked for them; processors share what was read. */
    static final class Slot {
        private final LogRow row;
        private final LogEvents events;
        private volatile @Nullable List<TrackedEventMessage<?>> messages;

        Slot(LogRow row, LogEvents events) {
            this.row = row;
            this.events = events;
        }

        long position() {
            return row.position();
        }

        /** @throws UnreadableEvent each time anew, so that nobody gets past what cannot be set aside */
        List<TrackedEventMessage<?>> read() {
            var known = messages;
            if (known != null) return known;
            var read = events.orUnread(row);
            messages = read;
            return read;
        }
    }

    /** Another node says that the log has reached this position. Never waits. */
    void reached(long position) {
        if (heardOf.accumulateAndGet(position, Math::max) > last) LockSupport.unpark(thread);
    }

    /** This node has appended these rows; they need not be read again. Never waits. */
    void appended(List<LogRow> rows) {
        heardOf.accumulateAndGet(rows.getLast().position(), Math::max);
        handed.offer(rows); // what finds no room is read from the log
        LockSupport.unpark(thread);
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
        return new Slot(row, events);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) return;
        // Known before it runs, for it runs only as long as it finds itself here.
        var reader = Thread.ofPlatform().daemon().name("log-tail").unstarted(this::run);
        thread = reader;
        reader.start();
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
                else if (!takeHanded() && !look()) LockSupport.parkNanos(this, lookEvery.toNanos());
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

    private boolean takeHanded() {
        var rows = handed.poll();
        if (rows == null) return false;
        if (rows.getFirst().position() == last + 1)
            show(rows.stream().map(this::slot).toList());
        return true;
    }

    private boolean look() {
        var now = System.nanoTime();
        if (heardOf.get() <= last && now - looked < lookEvery.toNanos()) return false;
        looked = now;
        var news = read(last);
        if (news.isEmpty()) return false;
        show(news);
        return true;
    }

    private void show(List<Slot> news) {
        for (var slot : news) latest.set((int) (slot.position() % latest.length()), slot);
        last = news.getLast().position();
        streams.forEach(TailStream::wake);
    }
}
