package dev.parley.signaling.room;

import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Numbered;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The sending side of one connection: takes letters from an outbox as fast as the client reads, and no faster. */
public final class Wire {
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final Runnable writing = this::writeAll;
    private volatile Outbox outbox;
    private volatile @Nullable Line line;
    private volatile boolean pingIsDue;
    private volatile boolean ended;
    private volatile @Nullable Peer peer;

    public Wire(OutboxLimits limits) {
        this.outbox = new Outbox(limits, this);
    }

    /** To be called once. */
    public void writesTo(Line line) {
        this.line = line;
        wake();
    }

    /** Whether this side wants to close, and why. */
    public Optional<Closing> closingNow() {
        return Optional.ofNullable(closing.get());
    }

    /** Whose session this connection carries: known before the first letter of that session is on it. */
    public @Nullable Peer peer() {
        return peer;
    }

    synchronized void carries(Peer session) {
        peer = session;
    }

    /** Says something to somebody who has no place in the room yet. @return false if they have one by now, and nothing was said */
    public boolean tell(Numbered letter) {
        synchronized (this) {
            if (peer != null) return false;
            outbox.add(letter);
        }
        wake();
        return true;
    }

    public void ping() {
        pingIsDue = true;
        wake();
    }

    /** Ends the connection after what is still to be sent; only the first reason counts. */
    public void close(CloseReason why, String text) {
        toBeClosed(why, text);
        wake();
    }

    /** The other side is gone: nothing is sent any more. */
    public void end() {
        ended = true;
        wake();
    }

    /** There is something to do, or the client can take more; any thread may say so, and saying it twice costs nothing. */
    public void wake() {
        var to = line;
        if (to == null || work.getAndIncrement() != 0) return;
        to.soon(writing);
    }

    Outbox outbox() {
        return outbox;
    }

    /** From now on sends what is in another outbox: somebody came back. */
    void use(Outbox older) {
        older.handTo(this);
        outbox = older;
    }

    /** As {@link #close}, but nothing is sent before the next {@link #wake}. */
    void toBeClosed(CloseReason why, String text) {
        closing.compareAndSet(null, new Closing(why, text));
    }

    private void writeAll() {
        var to = line;
        if (to == null) return;
        for (var done = work.get(); done != 0; done = work.addAndGet(-done)) writeAll(to);
    }

    private void writeAll(Line to) {
        while (!ended && to.takesMore()) {
            if (pingIsDue) {
                pingIsDue = false;
                to.ping();
                continue;
            }
            // Asked before the outbox: what was put there before the close must not come after it.
            var last = closing.get() != null;
            var next = outbox.next(this);
            if (next.isPresent()) {
                to.write(next.get());
                // What is full may be empty again right after this, and then nobody else says so.
                if (!to.takesMore()) to.flush();
                continue;
            }
            to.flush();
            if (last) to.end();
            return;
        }
        to.flush();
        if (ended) to.end();
    }
}
