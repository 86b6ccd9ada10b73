package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.FRAME_MALFORMED;
import static dev.parley.signaling.frame.SignalRefusal.FRAME_TOO_LARGE;
import static dev.parley.signaling.frame.SignalRefusal.JOIN_EXPECTED;

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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One WebSocket: what comes in goes to a {@link Connection}, what its {@link Wire} has goes out, and neither waits for the other. */
final class SignalingHandler implements WebSocketHandler {
    static final String PROTOCOL = "parley.v1";

    private final Connection.Services services;
    private final SignalingSettings settings;
    private final Clock clock;
    private final Scheduler timers;

    SignalingHandler(Connection.Services services, SignalingSettings settings, Clock clock, Scheduler timers) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        this.timers = timers;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var wire = new Wire(settings.outbox());
        var limits = settings.connection();
        var allowance = new Allowance(limits.framesPerSecond(), limits.framesAtOnce(), clock);
        var connection = new Connection(services, wire, allowance, clock);
        var conversation = Mono.when(receiving(session, connection), sending(session, wire));
        return Mono.firstWithSignal(conversation, watching(session, connection, wire))
                .doFinally(_ -> connection.ended());
    }

    private Mono<Void> receiving(WebSocketSession session, Connection connection) {
        return session.receive()
                .doOnNext(_ -> connection.heard())
                .filter(message -> message.getType() != WebSocketMessage.Type.PONG)
                .map(message -> read(message, connection))
                .concatMap(connection::on)
                .then()
                .onErrorComplete()
                .doFinally(_ -> connection.ended());
    }

    private Inbound read(WebSocketMessage message, Connection connection) {
        if (message.getPayload().readableByteCount() > settings.frame().message())
            return new Inbound.Garbage(FRAME_TOO_LARGE);
        if (message.getType() != WebSocketMessage.Type.TEXT) return new Inbound.Garbage(FRAME_MALFORMED);
        return connection.read(message.getPayloadAsText());
    }

    private Mono<Void> sending(WebSocketSession session, Wire wire) {
        return Outlet.of(session)
                .openFor(wire)
                .onErrorComplete()
                .then(Mono.defer(() -> Mono.justOrEmpty(wire.closingNow())))
                .flatMap(closing -> session.close(status(closing)))
                .onErrorComplete();
    }

    /** Completes when the client must be let go without its cooperation. */
    private Mono<Void> watching(WebSocketSession session, Connection connection, Wire wire) {
        return Mono.firstWithSignal(
                        closingTakesTooLong(wire),
                        fallsSilent(connection, wire),
                        doesNotJoinInTime(connection),
                        connection.cutOff())
                .then(Mono.fromRunnable(() -> HangUp.on(session)));
    }

    private Mono<Closing> closingTakesTooLong(Wire wire) {
        return wire.closing().delayElement(settings.connection().closeWithin(), timers);
    }

    private Mono<Long> fallsSilent(Connection connection, Wire wire) {
        var limits = settings.connection();
        return Flux.interval(limits.pingEvery().dividedBy(2), timers)
                .onBackpressureDrop()
                .filter(beat -> {
                    if (connection.silentForMillis() >= limits.silentFor().toMillis()) return true;
                    if (beat % 2 == 1) wire.ping();
                    return false;
                })
                .next()
                .doOnNext(_ -> connection.givenUp());
    }

    /** Is asked to go then, which may take a moment. */
    private Mono<Void> doesNotJoinInTime(Connection connection) {
        return Mono.delay(settings.connection().joinWithin(), timers)
                .filter(_ -> !connection.hasSaidJoin())
                .flatMap(_ -> connection.putOut(JOIN_EXPECTED))
                .then(Mono.never());
    }

    private static CloseStatus status(Closing closing) {
        var code = closing.why() == CloseReason.LEFT
                ? CloseStatus.NORMAL.getCode()
                : closing.why().code();
        return new CloseStatus(code, closing.text());
    }
}
