package dev.parley.driver;

import dev.parley.api.Ids;
import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's place in a room, over the real WebSocket (docs/protocol.md). What was said stays on a list until the server has
 * recorded it; after a lost connection the seat joins again and says the unrecorded words again under the same ids.
 */
public final class Seat implements AutoCloseable {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ParleyApi api;
    private final String ticketPath;
    private final Consumer<JsonNode> listener;
    private final Map<String, Words> unrecorded = new LinkedHashMap<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private @Nullable Frames connection;
    private final AtomicBoolean comingBack = new AtomicBoolean();
    private final Map<Long, String> segmentOfFrame = new LinkedHashMap<>();
    private long frames;
    private volatile boolean leaving;

    private record Words(Map<String, Object> payload, CompletableFuture<Void> recorded) {}

    /** @param ticketPath where this person gets tickets, for instance {@code /guest/…/tickets}; @param listener gets each frame, in order */
    public Seat(ParleyApi api, String ticketPath, Consumer<JsonNode> listener) {
        this.api = api;
        this.ticketPath = ticketPath;
        this.listener = listener;
    }

    /** Joins, trying again while the server is away; returns once the room has welcomed this person. */
    public void join() throws IOException, InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        for (var pause = 200L; ; pause = Math.min(pause * 2, 3_000)) {
            try {
                joinOnce();
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (Instant.now().isAfter(giveUp)) throw new IOException("could not join: " + e, e);
            }
            Thread.sleep(pause);
        }
    }

    public void consent(String words) {
        send("consent", Map.of("given", true, "text", words));
    }

    /** Says something; completes once the server has recorded it for good. */
    public CompletableFuture<Void> say(String text, String source) {
        return say(Ids.next(Instant.now()), text, source);
    }

    public CompletableFuture<Void> say(UUID segmentId, String text, String source) {
        var payload = Map.<String, Object>of(
                "segmentId", segmentId.toString(), "revision", 1, "final", true, "text", text, "source", source);
        var words = new Words(payload, new CompletableFuture<>());
        synchronized (this) {
            unrecorded.put(segmentId.toString(), words);
            sendWords(words);
        }
        return words.recorded();
    }

    /** Completes when the meeting is over for this person. */
    public CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void close() {
        leaving = true;
        send("leave", Map.of());
        http.shutdown();
    }

    private void joinOnce() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var ticket = api.post(ticketPath, Map.of());
        var attempt = new Frames();
        synchronized (this) {
            connection = attempt;
            frames = 0;
        }
        var opened = http.newWebSocketBuilder()
                .subprotocols("parley.v1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(api.socketAddress(ticket.path("signalUrl").asString("/signal")), attempt)
                .get(10, TimeUnit.SECONDS);
        synchronized (this) {
            socket = opened;
        }
        send("join", Map.of("ticket", ticket.path("ticket").asString()));
        try {
            attempt.welcomed.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            opened.abort(); // a half-joined connection must not stand in the way of the next one
            throw e;
        }
        synchronized (this) {
            segmentOfFrame.clear();
            unrecorded.values().forEach(this::sendWords);
        }
    }

    private void sendWords(Words words) {
        segmentOfFrame.put(frames + 1, String.valueOf(words.payload().get("segmentId")));
        send("segment", words.payload());
    }

    private synchronized void send(String type, Map<String, Object> payload) {
        var current = socket;
        if (current == null || current.isOutputClosed()) return;
        var frame = JSON.writeValueAsString(Map.of("v", 1, "type", type, "id", ++frames, "payload", payload));
        try {
            current.sendText(frame, true).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            current.abort(); // onError or onClose starts the way back
        }
    }

    private void on(JsonNode frame, CompletableFuture<Void> welcomed) {
        switch (frame.path("type").asString()) {
            case "welcome" -> welcomed.complete(null);
            case "recorded" -> recorded(frame.path("payload").path("segmentId").asString());
            case "error" -> refused(frame, welcomed);
            case "ended" -> {
                leaving = true;
                over.complete(null);
            }
            default -> {}
        }
        listener.accept(frame);
    }

    private synchronized void recorded(String segmentId) {
        var words = unrecorded.remove(segmentId);
        if (words != null) words.recorded().complete(null);
    }

    private synchronized void refused(JsonNode frame, CompletableFuture<Void> welcomed) {
        var payload = frame.path("payload");
        var why = new IOException(
                payload.path("code").asString() + ": " + payload.path("message").asString());
        welcomed.completeExceptionally(why);
        var segmentId = segmentOfFrame.getOrDefault(frame.path("re").asLong(0), "");
        var words = unrecorded.remove(segmentId);
        if (words != null) words.recorded().completeExceptionally(why);
    }

    /** Only the connection in use can be lost, and only one way back is tried at a time. */
    private synchronized void lost(Frames gone) {
        if (leaving) over.complete(null);
        else if (gone == connection && comingBack.compareAndSet(false, true))
            Thread.ofVirtual().start(this::comeBack);
    }

    private void comeBack() {
        try {
            join();
        } catch (ParleyApi.Refusal e) {
            // It ended while this person was away: that is no failure of theirs.
            if (e.code().equals("MEETING_OVER")) over.complete(null);
            else over.completeExceptionally(e);
        } catch (IOException e) {
            over.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            comingBack.set(false);
        }
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<Void> welcomed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var frame = JSON.readTree(text.toString());
                text.setLength(0);
                on(frame, welcomed);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            from.request(1);
            return null; // the JDK answers with the pong
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            gone(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone(String.valueOf(error));
        }

        /** A connection that never came to be is {@link #join}'s to try again. */
        private void gone(String why) {
            if (!welcomed.completeExceptionally(new IOException(why))) lost(this);
        }
    }
}
