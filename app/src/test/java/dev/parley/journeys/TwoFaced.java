package dev.parley.journeys;

import dev.parley.api.WireFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands between clients and a real server, and is honest but for one {@link Fault}. */
final class TwoFaced implements AutoCloseable {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final int LARGEST = 1 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Optional<Fault> fault;
    private final DisposableServer listening;

    TwoFaced(URI server, Optional<Fault> fault) {
        this.server = server;
        this.fault = fault;
        var spec = WebsocketServerSpec.builder()
                .protocols("parley.v1")
                .maxFramePayloadLength(LARGEST)
                .build();
        this.listening = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.ws("/signal", this::between, spec))
                .bindNow();
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + listening.port() + "/signal");
    }

    private Publisher<Void> between(WebsocketInbound in, WebsocketOutbound out) {
        var line = new Line();
        in.withConnection(line.client::complete);
        var reading = Mono.fromFuture(
                        http.newWebSocketBuilder().subprotocols("parley.v1").buildAsync(server, line))
                .flatMap(socket -> in.aggregateFrames(LARGEST)
                        .receive()
                        .asString()
                        .concatMap(text -> Mono.fromFuture(socket.sendText(line.toServer(text), true)))
                        .then()
                        .doFinally(_ -> socket.abort()));
        var writing = out.sendString(line.toClient.asFlux())
                .then()
                .then(Mono.defer(() -> out.sendClose(line.code, line.reason)));
        return reading.and(writing);
    }

    @Override
    public void close() {
        listening.disposeNow();
        http.shutdownNow();
    }

    /** One client's connection, with what a fault may want to know of it. */
    final class Line implements WebSocket.Listener {
        private final Sinks.Many<String> toClient = Sinks.many().unicast().onBackpressureBuffer();
        private final CompletableFuture<reactor.netty.Connection> client = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final Set<String> had = new HashSet<>();
        private @Nullable ObjectNode kept;
        private volatile boolean resuming;
        private String self = "";
        private int code = 1000;
        private String reason = "";

        String self() {
            return self;
        }

        boolean first(String type) {
            return had.add(type);
        }

        /** Whether it asked to resume, and has not yet been told that it did. */
        boolean resumes() {
            return resuming;
        }

        /** @return nothing for the one that is to be late, and two for the next */
        List<ObjectNode> swapped(ObjectNode frame, boolean isLate) {
            if (isLate && kept == null) {
                kept = frame;
                return List.of();
            }
            return keptAfter(frame);
        }

        void keep(ObjectNode frame) {
            kept = frame;
        }

        /** With what was kept before it, as if it were news. */
        List<ObjectNode> keptBefore(ObjectNode frame) {
            if (kept == null) return List.of(frame);
            var again = kept.deepCopy();
            again.set("seq", frame.get("seq"));
            kept = null;
            frame.put("seq", frame.path("seq").asLong() + 1);
            return List.of(again, frame);
        }

        private List<ObjectNode> keptAfter(ObjectNode frame) {
            if (kept == null) return List.of(frame);
            var both = List.of(frame, kept);
            kept = null;
            return both;
        }

        private String toServer(String text) {
            if (fault.isEmpty()) return text;
            var frame = (ObjectNode) JSON.readTree(text);
            resuming |= frame.path("payload").has("resume");
            return JSON.writeValueAsString(fault.get().toServer(frame, this));
        }

        private List<String> fromServer(String text) {
            if (fault.isEmpty()) return List.of(text);
            var frame = (ObjectNode) JSON.readTree(text);
            var type = frame.path("type").asString();
            if (type.equals("welcome"))
                self = frame.path("payload").path("self").path("participantId").asString();
            var said = new ArrayList<String>();
            for (var each : fault.get().toClient(frame, this)) said.add(JSON.writeValueAsString(each));
            if (type.equals("resumed")) resuming = false;
            return said;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                fromServer(text.toString()).forEach(toClient::tryEmitNext);
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            this.code = fault.map(each -> each.closing(code)).orElse(code);
            this.reason = reason;
            if (this.code == Fault.HANG_UP || code == 1006)
                client.thenAccept(each -> each.channel().close());
            else if (this.code != Fault.NEVER) toClient.tryEmitComplete();
            return new CompletableFuture<>(); // goes on when the client has gone
        }
    }
}
