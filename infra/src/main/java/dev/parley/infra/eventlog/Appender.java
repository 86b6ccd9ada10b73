package dev.parley.infra.eventlog;

import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.RequestRefusal.STORE_UNAVAILABLE;
import static dev.parley.api.RequestRefusal.TOO_BUSY;

import dev.parley.api.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a node. Whatever waits is stored together in the next commit, and while that commit is under way the next
 * batch gathers: one client never waits for company, and many share the price of the flush.
 */
public final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Sessions sessions;
    private final LogSettings settings;
    private final BlockingQueue<Append> waiting;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile long position;
    private volatile long commits;
    private @Nullable AppendSession session;

    /** Makes connections for appending. */
    interface Sessions {
        AppendSession open() throws SQLException;
    }

    Appender(Sessions sessions, LogSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.thread = Thread.ofPlatform().daemon().name("appender").start(this::run);
    }

    /**
     * How the appender is doing.
     *
     * @param waiting appends, of {@code room}
     * @param position of the last event that this node stored; 0 before the first
     * @param commits group commits so far
     */
    public record Status(int waiting, int room, long waitingBytes, long position, long commits) {}

    public Status status() {
        return new Status(waiting.size(), settings.waiting(), waitingBytes.get(), position, commits);
    }

    /** Returns the position of the last event after the commit, or throws what became of the append. Waits; not for event loops. */
    long append(List<Entry> entries) {
        var append =
                new Append(entries, System.nanoTime() + settings.answerWithin().toNanos());
        enqueue(append);
        try {
            return append.await(settings.answerWithin().multipliedBy(2));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new CompletionException(e.getCause());
        }
    }

    private void enqueue(Append append) {
        if (closed) throw new Refused(STORE_UNAVAILABLE);
        if (waitingBytes.addAndGet(append.bytes()) > settings.waitingBytes().toBytes() || !waiting.offer(append)) {
            waitingBytes.addAndGet(-append.bytes());
            throw new Refused(TOO_BUSY);
        }
        // Came in as the door was shut, and nobody is there to take it.
        if (ended && waiting.remove(append)) throw new Refused(STORE_UNAVAILABLE);
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            var batch = next();
            try {
                store(batch);
            } catch (RuntimeException | Error bug) {
                LOG.error("A batch of {} appends failed", batch.size(), bug);
                batch.forEach(append -> append.failed(bug));
                closeSession();
            }
            Append.tell(batch);
        }
        closeSession();
        ended = true;
        turnAway();
    }

    private void turnAway() {
        var late = new ArrayList<Append>();
        waiting.drainTo(late);
        late.forEach(append -> append.failed(new Refused(STORE_UNAVAILABLE)));
        Append.tell(late);
    }

    private List<Append> next() {
        var batch = new ArrayList<Append>();
        try {
            var append = waiting.poll(100, TimeUnit.MILLISECONDS);
            var events = 0;
            var bytes = 0L;
            while (append != null) {
                batch.add(append);
                waitingBytes.addAndGet(-append.bytes());
                events += append.entries().size();
                bytes += append.bytes();
                if (events >= settings.together()) break;
                if (bytes >= settings.togetherBytes().toBytes()) break;
                append = waiting.poll();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return batch;
    }

    private void store(List<Append> batch) {
        var pause = FIRST_PAUSE_MILLIS;
        for (var open = undecided(batch); !open.isEmpty(); open = undecided(batch)) {
            try {
                openSession().store(open);
                committed();
            } catch (SQLException e) {
                if (Trouble.of(e) != Trouble.WITH_THE_CONNECTION) {
                    LOG.warn("{} appends were rolled back: {}", open.size(), e.getMessage());
                    open.forEach(append -> append.failed(new Refused(STORE_UNAVAILABLE)));
                    return;
                }
                LOG.warn(
                        "The connection of the appender broke, {} appends are tried again: {}",
                        open.size(),
                        e.getMessage());
                // Without a connection nothing was sent, so nothing can have been stored.
                if (session != null) open.forEach(Append::doubt);
                closeSession();
                Append.tell(batch);
                rest(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void committed() {
        position = Math.max(position, openPosition());
        commits++;
    }

    /** Those without an outcome; who has waited too long gets one. */
    private static List<Append> undecided(List<Append> batch) {
        for (var append : batch)
            if (append.remainingNanos() <= 0)
                append.failed(new Refused(append.doubtful() ? NO_ANSWER_IN_TIME : STORE_UNAVAILABLE));
        return batch.stream().filter(append -> !append.isDecided()).toList();
    }

    private AppendSession openSession() throws SQLException {
        if (session == null) session = sessions.open();
        return session;
    }

    private long openPosition() {
        return session == null ? 0 : session.position();
    }

    private void closeSession() {
        if (session != null) session.close();
        session = null;
    }

    /** Also while it closes: what waits still has its time. */
    private static void rest(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Stores what waits, refuses what comes later. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(settings.answerWithin());
            if (thread.isAlive()) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
