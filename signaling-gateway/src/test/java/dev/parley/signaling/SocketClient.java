package dev.parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.WireFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client with a real socket; it can stop reading. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable WebSocket socket;
    private volatile boolean reads = true;
    private long id;

    static SocketClient connect(URI address, String origin, String... protocols) {
        var client = new SocketClient();
        var builder = client.http.newWebSocketBuilder().header("Origin", origin);
        if (protocols.length == 0) builder.subprotocols(SignalingHandler.PROTOCOL);
        else builder.subprotocols(protocols[0]);
        client.socket = builder.buildAsync(address, client)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return client;
    }

    void says(String type, String payload) {
        says("{\"v\":1,\"type\":\"%s\",\"id\":%d,\"payload\":%s}".formatted(type, ++id, payload));
    }

    void saysTo(String to, String type, String payload) {
        says("{\"v\":1,\"type\":\"%s\",\"id\":%d,\"to\":\"%s\",\"payload\":%s}".formatted(type, ++id, to, payload));
    }

    void says(String message) {
        open().sendText(message, true).orTimeout(20, TimeUnit.SECONDS).join();
    }

    void stopsReading() {
        reads = false;
    }

    /** Cuts the line without a word. */
    void vanishes() {
        open().abort();
    }

    JsonNode hears(String type) {
        await().atMost(PATIENCE).until(() -> !heard(type).isEmpty());
        return heard(type).getLast();
    }

    List<JsonNode> heard(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    List<JsonNode> heard() {
        return List.copyOf(frames);
    }

    String closedWith() {
        assertThat(closed).succeedsWithin(PATIENCE);
        return closed.join();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            frames.add(WireFormat.mapper().readTree(text.toString()));
            text.setLength(0);
        }
        if (reads) from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete("cut off");
    }

    @Override
    public void close() {
        open().abort();
        http.shutdownNow();
    }

    private WebSocket open() {
        var current = socket;
        if (current == null) throw new IllegalStateException("not connected");
        return current;
    }
}
