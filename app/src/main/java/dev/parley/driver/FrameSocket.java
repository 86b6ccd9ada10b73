package dev.parley.driver;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One WebSocket that numbers the frames it sends and notices its own end. The JDK's socket may lose the news of a reset that
 * meets something just sent, so a ping that nobody answers (RFC 6455 §5.5.2) counts as the end, too.
 */
final class FrameSocket implements WebSocket.Listener {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final Duration PING_EVERY = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final BiConsumer<FrameSocket, JsonNode> listener;
    private final Consumer<FrameSocket> lost;
    private volatile boolean listening;
    private volatile long heardAt = System.nanoTime();
    private long sent;

    /** @param listener gets each frame, in order, and may take its time; @param lost is told of the end, once */
    FrameSocket(BiConsumer<FrameSocket, JsonNode> listener, Consumer<FrameSocket> lost) {
        this.listener = listener;
        this.lost = lost;
    }

    /** Completed by whoever listens; fails with the connection. */
    CompletableFuture<Void> welcomed() {
        return welcomed;
    }

    boolean isGone() {
        return gone.get();
    }

    /** What the next frame will be called. */
    long nextId() {
        return sent + 1;
    }

    void send(String type, Map<String, Object> payload)
            throws InterruptedException, ExecutionException, TimeoutException {
        var frame = JSON.writeValueAsString(Map.of("v", 1, "type", type, "id", ++sent, "payload", payload));
        opened.get(10, TimeUnit.SECONDS).sendText(frame, true).get(10, TimeUnit.SECONDS);
    }

    /** Ends it at once; after an abort the JDK itself calls neither {@link #onClose} nor {@link #onError}. */
    void abort() {
        opened.thenAccept(WebSocket::abort);
        end();
    }

    @Override
    public void onOpen(WebSocket socket) {
        heardAt = System.nanoTime();
        opened.complete(socket);
        socket.request(1);
        Thread.ofVirtual().start(() -> watch(socket));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            var frame = JSON.readTree(text.toString());
            text.setLength(0);
            listening = true;
            listener.accept(this, frame);
            listening = false;
        }
        return heard(from);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        return heard(from); // the JDK answers with the pong
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        return heard(from);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end();
    }

    private @Nullable CompletionStage<?> heard(WebSocket from) {
        heardAt = System.nanoTime();
        from.request(1);
        return null;
    }

    private void end() {
        if (!gone.compareAndSet(false, true)) return;
        welcomed.completeExceptionally(new IOException("the connection is gone"));
        lost.accept(this);
    }

    /** While the listener thinks nothing can be heard, and that is no silence. */
    private void watch(WebSocket socket) {
        try {
            while (!isGone()) {
                Thread.sleep(PING_EVERY);
                if (!listening && System.nanoTime() - heardAt > SILENCE.toNanos()) abort();
                else socket.sendPing(ByteBuffer.allocate(0)).get(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            abort();
        }
    }
}
