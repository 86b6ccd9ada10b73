package dev.parley.signaling;

import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.room.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Letters as messages of Spring's session, whatever server is under it. */
final class SessionOutlet implements Outlet {
    private static final byte[] NOTHING = {};

    private final WebSocketSession session;
    private volatile @Nullable FluxSink<WebSocketMessage> sink;

    SessionOutlet(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public Mono<Void> openFor(Wire wire) {
        wire.writesTo(this);
        return session.send(Flux.push(to -> connect(to, wire), FluxSink.OverflowStrategy.ERROR));
    }

    private void connect(FluxSink<WebSocketMessage> to, Wire wire) {
        sink = to;
        to.onRequest(_ -> wire.wake());
    }

    @Override
    public void soon(Runnable writing) {
        writing.run();
    }

    @Override
    public boolean takesMore() {
        var to = sink;
        return to != null && !to.isCancelled() && to.requestedFromDownstream() > 0;
    }

    @Override
    public void write(Numbered letter) {
        var bytes = session.bufferFactory().wrap(letter.json());
        put(new WebSocketMessage(WebSocketMessage.Type.TEXT, bytes));
    }

    @Override
    public void ping() {
        put(session.pingMessage(buffers -> buffers.wrap(NOTHING)));
    }

    @Override
    public void flush() {}

    @Override
    public void end() {
        var to = sink;
        if (to != null) to.complete();
    }

    private void put(WebSocketMessage message) {
        var to = sink;
        if (to != null) to.next(message);
    }
}
