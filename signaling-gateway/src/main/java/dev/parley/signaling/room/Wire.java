package dev.parley.signaling.room;

import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Letter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The sending side of one connection: takes letters from an outbox as fast as the client reads, and no faster. */
public final class Wire {
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final Sinks.One<Closing> closed = Sinks.one();
    private volatile Outbox outbox;
    private volatile @Nullable FluxSink<Outgoing> sink;
    private volatile boolean pingIsDue;
    private volatile boolean ended;

    public Wire(OutboxLimits limits) {
        this.outbox = new Outbox(limits, this);
    }

    /** To be subscribed to once; completes when the connection is to be closed and everything has been sent. */
    public Flux<Outgoing> letters() {
        return Flux.push(this::connect, FluxSink.OverflowStrategy.ERROR);
    }

    /** Says, at once, that this side wants to close. */
    public Mono<Closing> closing() {
        return closed.asMono();
    }

    public Optional<Closing> closingNow() {
        return Optional.ofNullable(closing.get());
    }

    /** Says something to somebody who has no place in the room yet. */
    public void tell(Letter letter) {
        outbox.add(letter);
        wake();
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
        var reason = new Closing(why, text);
        if (closing.compareAndSet(null, reason)) closed.tryEmitValue(reason);
    }

    void wake() {
        if (work.getAndIncrement() != 0) return;
        var missed = 1;
        while (missed != 0) {
            push();
            missed = work.addAndGet(-missed);
        }
    }

    private void connect(FluxSink<Outgoing> to) {
        sink = to;
        to.onRequest(_ -> wake());
    }

    private void push() {
        var to = sink;
        if (to == null || to.isCancelled()) return;
        while (!ended && to.requestedFromDownstream() > 0) {
            var next = next();
            if (next.isEmpty()) {
                if (closing.get() != null) to.complete();
                return;
            }
            to.next(next.get());
        }
        if (ended) to.complete();
    }

    private Optional<? extends Outgoing> next() {
        if (!pingIsDue) return outbox.next(this);
        pingIsDue = false;
        return Optional.of(new Outgoing.Ping());
    }
}
