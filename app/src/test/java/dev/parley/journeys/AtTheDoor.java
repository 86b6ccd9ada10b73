package dev.parley.journeys;

import dev.parley.api.WireFormat;
import dev.parley.driver.ParleyApi;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks to come in over a real socket, once, and remembers what they are told. */
final class AtTheDoor implements WebSocket.Listener {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private long id;

    private AtTheDoor(HttpClient http, ParleyApi api, JsonNode ticket) throws Exception {
        socket = http.newWebSocketBuilder()
                .subprotocols("parley.v1")
                .buildAsync(api.socketAddress(ticket.path("signalUrl").asString()), this)
                .get(30, TimeUnit.SECONDS);
        says("join", Map.of("ticket", ticket.path("ticket").asString()));
    }

    /** @param ticketPath where this person gets tickets */
    static AtTheDoor of(HttpClient http, ParleyApi api, String ticketPath) throws Exception {
        return new AtTheDoor(http, api, api.post(ticketPath, Map.of()));
    }

    void says(String type, Map<String, ?> payload) throws Exception {
        var frame = JSON.writeValueAsString(Map.of("v", 1, "type", type, "id", ++id, "payload", payload));
        socket.sendText(frame, true).get(30, TimeUnit.SECONDS);
    }

    /** Waits until they have been told such a thing. */
    JsonNode hears(String type) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> heard(type).reduce((_, later) -> later), Optional::isPresent)
                .orElseThrow();
    }

    boolean hasHeard(String type) {
        return heard(type).findAny().isPresent();
    }

    /** Code and reason, once the server has closed. */
    String closedWith() throws Exception {
        return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private Stream<JsonNode> heard(String type) {
        return heard.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .map(frame -> frame.path("payload"));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            heard.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return CompletableFuture.completedFuture(null);
    }
}
