package dev.parley.driver.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One WebSocket: what comes over it waits, in order, until the script asks for it. */
final class Line implements WebSocket.Listener {
    /** What the JDK reports of a connection that ended without a close frame (RFC 6455 §7.1.5). */
    static final int WITHOUT_A_WORD = 1006;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(20_000);
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();

    /** Something that came over the line. */
    sealed interface Heard {
        record Message(String text) implements Heard {}

        record Closed(int code, String reason) implements Heard {}
    }

    private volatile boolean over;
    private boolean reads = true;
    private boolean owed;

    private Line() {}

    /** Nobody listens any more. */
    boolean isOver() {
        return over;
    }

    static Line open(HttpClient http, URI address, Optional<String> origin, String protocol)
            throws InterruptedException, NotOpened {
        var line = new Line();
        var builder = http.newWebSocketBuilder().subprotocols(protocol).connectTimeout(PATIENCE);
        origin.ifPresent(page -> builder.header("Origin", page));
        try {
            line.opened.complete(builder.buildAsync(address, line).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new NotOpened(e.getCause());
        } catch (TimeoutException e) {
            throw new NotOpened(e);
        }
        return line;
    }

    /** A line that is gone takes no more; what comes of that is for the script to expect. */
    void send(String message, int parts) throws InterruptedException {
        var size = Math.max(1, (message.length() + parts - 1) / parts);
        for (var from = 0; from < message.length(); from += size) {
            var to = Math.min(message.length(), from + size);
            if (!sent(message.substring(from, to), to == message.length())) return;
        }
    }

    private boolean sent(String part, boolean last) throws InterruptedException {
        return done(opened.thenCompose(socket -> socket.sendText(part, last)));
    }

    void sendBytes(int size) throws InterruptedException {
        done(opened.thenCompose(socket -> socket.sendBinary(ByteBuffer.allocate(size), true)));
    }

    /** From now on what comes stays in the network's hands. */
    synchronized void stopReading() {
        reads = false;
    }

    private synchronized void readOn() {
        reads = true;
        if (owed) opened.thenAccept(socket -> socket.request(1));
        owed = false;
    }

    private synchronized void askForMore(WebSocket from) {
        if (reads) from.request(1);
        else owed = true;
    }

    /** @return empty if nothing came in this time */
    Optional<Heard> next(Duration within) throws InterruptedException {
        readOn();
        return Optional.ofNullable(heard.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** What a network does that fails: no close frame. */
    void cut() {
        opened.thenAccept(WebSocket::abort);
    }

    private static boolean done(CompletableFuture<?> sending) throws InterruptedException {
        try {
            sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            heard.add(new Heard.Message(text.toString()));
            text.setLength(0);
        }
        askForMore(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(WITHOUT_A_WORD, String.valueOf(error.getMessage()));
    }

    private void end(int code, String reason) {
        heard.add(new Heard.Closed(code, reason));
        over = true;
    }

    /** The server did not open a WebSocket. */
    static final class NotOpened extends IOException {
        NotOpened(@Nullable Throwable cause) {
            super("the socket was not opened: " + cause, cause);
        }

        /** The HTTP status it was refused with, or 0. */
        int status() {
            return getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }
}
