package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.FRAME_MALFORMED;

import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.room.Closing;
import dev.parley.signaling.room.Wire;
import java.time.Clock;
import java.util.List;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One WebSocket: what comes in goes to a {@link Connection}, what its {@link Wire} has goes out, and neither waits for the other. */
final class SignalingHandler implements WebSocketHandler, AutoCloseable {
    static final String PROTOCOL = "parley.v1";

    private final Connection.Services services;
    private final SignalingSettings settings;
    private final Clock clock;
    private final Watch watch;

    SignalingHandler(Connection.Services services, SignalingSettings settings, Clock clock, Scheduler timers) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        this.watch = new Watch(settings.connection(), clock, timers);
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var wire = new Wire(settings.outbox());
        var connection = new Connection(services, wire, new Allowances(settings.connection(), clock), clock);
        var inlet = new Inlet(connection);
        HangUp.channelOf(session).ifPresent(inlet::openUnder);
        var conversation = Mono.when(receiving(session, connection, inlet), sending(session, wire));
        HangUp.channelOf(session).ifPresent(EarlyBytes::readOn);
        var letGo = Mono.firstWithSignal(watch.over(connection, wire), connection.cutOff())
                .then(Mono.<Void>fromRunnable(() -> HangUp.on(session)));
        return Mono.firstWithSignal(conversation, letGo).doFinally(_ -> connection.ended());
    }

    private static Mono<Void> receiving(WebSocketSession session, Connection connection, Inlet inlet) {
        return session.receive()
                .doOnNext(_ -> connection.heard())
                .filter(message -> message.getType() != WebSocketMessage.Type.PONG)
                .map(message -> read(message, connection))
                .concatMap(inbound -> inlet.arriving(connection.on(inbound)))
                .then()
                .onErrorComplete()
                .doFinally(_ -> connection.ended());
    }

    private static Inbound read(WebSocketMessage message, Connection connection) {
        if (message.getType() != WebSocketMessage.Type.TEXT) return new Inbound.Garbage(FRAME_MALFORMED);
        var bytes = new byte[message.getPayload().readableByteCount()];
        message.getPayload().read(bytes);
        return connection.read(bytes);
    }

    private Mono<Void> sending(WebSocketSession session, Wire wire) {
        return Outlet.of(session)
                .openFor(wire)
                .onErrorComplete()
                .then(Mono.defer(() -> Mono.justOrEmpty(wire.closingNow())))
                .flatMap(closing -> close(session, closing))
                .onErrorComplete();
    }

    private Mono<Void> close(WebSocketSession session, Closing closing) {
        HangUp.channelOf(session)
                .ifPresent(channel -> LastWord.on(channel, settings.connection().closeWithin()));
        return session.close(status(closing));
    }

    @Override
    public void close() {
        watch.close();
    }

    private static CloseStatus status(Closing closing) {
        var code = closing.why() == CloseReason.LEFT
                ? CloseStatus.NORMAL.getCode()
                : closing.why().code();
        return new CloseStatus(code, closing.text());
    }
}
