package dev.parley.driver;

import dev.parley.api.Ids;
import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Map<Long, String> segmentOfFrame = new LinkedHashMap<>();
    private @Nullable Map<String, Object> consent;
    private @Nullable FrameSocket connection;
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
            } catch (IOException | ExecutionException | TimeoutException e) {
                if (Instant.now().isAfter(giveUp)) throw new IOException("could not join: " + e, e);
            }
            Thread.sleep(pause);
        }
    }

    /** Agrees to be transcribed; a later connection says it again, since nothing tells that the server had stored it. */
    public synchronized void consent(String words) {
        consent = Map.of("given", true, "text", words);
        send("consent", consent);
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
            if (over.isCompletedExceptionally()) return CompletableFuture.failedFuture(over.exceptionNow());
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
        var attempt = new FrameSocket(this::on, this::lost);
        http.newWebSocketBuilder()
                .subprotocols("parley.v1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(api.socketAddress(ticket.path("signalUrl").asString("/signal")), attempt)
                .get(10, TimeUnit.SECONDS);
        try {
            attempt.send("join", Map.of("ticket", ticket.path("ticket").asString()));
            attempt.welcomed().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            attempt.abort(); // a half-joined connection must not stand in the way of the next one
            throw e;
        }
        sitDown(attempt);
    }

    /** From here on words go over this connection: first those that the one before it may have lost. */
    private synchronized void sitDown(FrameSocket welcomed) throws IOException {
        if (welcomed.isGone()) throw new IOException("lost as soon as it had begun");
        connection = welcomed;
        segmentOfFrame.clear();
        if (consent != null) send("consent", consent);
        List.copyOf(unrecorded.values()).forEach(this::sendWords);
    }

    private void sendWords(Words words) {
        if (connection == null) return;
        segmentOfFrame.put(connection.nextId(), String.valueOf(words.payload().get("segmentId")));
        send("segment", words.payload());
    }

    /** While there is no connection nothing is sent; {@link #sitDown} makes up for it. */
    private synchronized void send(String type, Map<String, Object> payload) {
        var current = connection;
        if (current == null) return;
        try {
            current.send(type, payload);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            current.abort();
        }
    }

    private void on(FrameSocket from, JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "welcome" -> from.welcomed().complete(null);
            case "recorded" -> recorded(frame.path("payload").path("segmentId").asString());
            case "error" -> refused(from, frame);
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

    private synchronized void refused(FrameSocket from, JsonNode frame) {
        var payload = frame.path("payload");
        var why = new IOException(
                payload.path("code").asString() + ": " + payload.path("message").asString());
        from.welcomed().completeExceptionally(why);
        var segmentId = segmentOfFrame.getOrDefault(frame.path("re").asLong(0), "");
        var words = unrecorded.remove(segmentId);
        if (words != null) words.recorded().completeExceptionally(why);
    }

    /** Only the connection in use can be lost; one that never came to be is {@link #join}'s to try again. */
    private synchronized void lost(FrameSocket gone) {
        if (gone != connection) return;
        connection = null;
        if (leaving) over.complete(null);
        else Thread.ofVirtual().start(this::comeBack);
    }

    private void comeBack() {
        try {
            join();
        } catch (ParleyApi.Refusal e) {
            // It ended while this person was away: that is no failure of theirs.
            if (e.code().equals("MEETING_OVER")) over.complete(null);
            else fail(e);
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is no way back: whoever waits for words to be recorded hears why they never will be. */
    private synchronized void fail(Exception why) {
        over.completeExceptionally(why);
        unrecorded.values().forEach(words -> words.recorded().completeExceptionally(why));
        unrecorded.clear();
    }
}
