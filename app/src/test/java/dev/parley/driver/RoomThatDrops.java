package dev.parley.driver;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import dev.parley.api.WireFormat;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door and the room of one meeting over real sockets, which can be cut without a word of goodbye. */
final class RoomThatDrops implements AutoCloseable {
    private static final JsonMapper JSON = WireFormat.mapper();

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .childOption(ChannelOption.SO_LINGER, 0)
            .route(routes -> routes.post("/api/v1/session", (request, response) -> json(response, Map.of("token", "t")))
                    .post("/api/v1/guest/lea/tickets", this::ticket)
                    .ws("/signal", this::room))
            .bindNow();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger lostTickets = new AtomicInteger();
    private final int dropsAfterWelcome;
    private volatile boolean refusesTickets;

    /** One frame and the number of the connection that it came over, from 1. */
    record Heard(int connection, String type) {}

    /** @param dropsAfterWelcome how many connections are cut as soon as they were welcomed */
    RoomThatDrops(int dropsAfterWelcome) {
        this.dropsAfterWelcome = dropsAfterWelcome;
    }

    ParleyApi signIn() throws Exception {
        return ParleyApi.signIn(URI.create("http://127.0.0.1:" + server.port()), "lea@lead.test");
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The next wishes for a ticket get no answer but a reset. */
    void loseTickets(int count) {
        lostTickets.set(count);
    }

    /** Nobody who asks from now on is let in. */
    void refuseTickets() {
        refusesTickets = true;
    }

    /** Cuts every connection by a reset, as a killed machine does. */
    void cut() {
        open.forEach(connection -> connection.channel().close());
    }

    private Publisher<Void> ticket(HttpServerRequest request, HttpServerResponse response) {
        if (refusesTickets) return response.status(404).send();
        if (lostTickets.getAndDecrement() <= 0) return json(response, Map.of("ticket", "once"));
        response.withConnection(connection -> connection.channel().close());
        return Mono.never();
    }

    private Publisher<Void> room(WebsocketInbound in, WebsocketOutbound out) {
        var number = connections.incrementAndGet();
        var frames = Sinks.many().unicast().<String>onBackpressureBuffer();
        in.withConnection(open::add);
        var reading = in.receive()
                .asString()
                .map(JSON::readTree)
                .doOnNext(frame -> on(number, frame, frames))
                .then();
        return out.sendString(frames.asFlux()).then().and(reading);
    }

    private void on(int number, JsonNode frame, Sinks.Many<String> frames) {
        var type = frame.path("type").asString();
        heard.add(new Heard(number, type));
        switch (type) {
            case "join" -> {
                frames.tryEmitNext(frame("welcome", Map.of()));
                frames.tryEmitNext(frame("speech", Map.of("text", "Hello.")));
                if (number <= dropsAfterWelcome) cut();
            }
            case "segment" ->
                frames.tryEmitNext(frame(
                        "recorded",
                        Map.of(
                                "segmentId",
                                frame.path("payload").path("segmentId").asString())));
            default -> {}
        }
    }

    private static String frame(String type, Map<String, Object> payload) {
        return JSON.writeValueAsString(Map.of("v", 1, "type", type, "payload", payload));
    }

    private static Publisher<Void> json(HttpServerResponse response, Map<String, Object> body) {
        return response.header("Content-Type", APPLICATION_JSON_VALUE)
                .sendString(Mono.just(JSON.writeValueAsString(body)));
    }

    @Override
    public void close() {
        cut();
        server.disposeNow();
    }
}
