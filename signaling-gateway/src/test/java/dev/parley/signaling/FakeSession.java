package dev.parley.signaling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.WireFormat;
import dev.parley.api.meeting.ParticipantId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket without a network: what the client says goes in, what it is told is written down. */
final class FakeSession implements WebSocketSession {
    private static final JsonMapper JSON = WireFormat.mapper();

    private final DataBufferFactory buffers;
    private final Map<String, Object> attributes = new HashMap<>();
    private final Sinks.Many<WebSocketMessage> in = Sinks.many().unicast().onBackpressureBuffer();
    private final AtomicLong pings = new AtomicLong();
    private final Map<String, Runnable> replies = new ConcurrentHashMap<>();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable CloseStatus> closed = new AtomicReference<>();
    private final AtomicReference<@Nullable Subscription> reading = new AtomicReference<>();
    private @Nullable Disposable conversation;
    private volatile boolean reads = true;
    private long id;

    FakeSession() {
        this(new DefaultDataBufferFactory());
    }

    /** @param buffers of what the client says; as with Netty, they are gone once the server has looked at them */
    FakeSession(DataBufferFactory buffers) {
        this.buffers = buffers;
    }

    void openedBy(WebSocketHandler handler) {
        conversation = handler.handle(this).subscribe();
    }

    void says(String type, String payload) {
        says("{\"v\":1,\"type\":\"" + type + "\",\"id\":" + ++id + ",\"payload\":" + payload + "}");
    }

    void saysTo(ParticipantId whom, String type, String payload) {
        says("{\"v\":1,\"type\":\"" + type + "\",\"id\":" + ++id + ",\"to\":\"" + whom + "\",\"payload\":" + payload
                + "}");
    }

    void says(String message) {
        var said = new WebSocketMessage(WebSocketMessage.Type.TEXT, read(message.getBytes(UTF_8)));
        try {
            in.tryEmitNext(said).orThrow();
        } finally {
            DataBufferUtils.release(said.getPayload());
        }
    }

    private DataBuffer read(byte[] bytes) {
        return buffers.allocateBuffer(bytes.length).write(bytes);
    }

    /** Says it even if nobody listens any more. */
    void tries(String message) {
        in.tryEmitNext(textMessage(message));
    }

    void saysInBinary(byte[] message) {
        in.tryEmitNext(binaryMessage(factory -> factory.wrap(message))).orThrow();
    }

    void pongs() {
        in.tryEmitNext(pongMessage(factory -> factory.wrap(new byte[0]))).orThrow();
    }

    /** Does this the moment a frame of this type comes, before the server does anything else. */
    void replies(String type, Runnable at) {
        replies.put(type, at);
    }

    private void hear(JsonNode frame) {
        frames.add(frame);
        replies.getOrDefault(frame.path("type").asString(), () -> {}).run();
    }

    /** The network is gone, without a word. */
    void vanishes() {
        in.tryEmitComplete();
    }

    void stopsReading() {
        reads = false;
    }

    void readsAgain() {
        reads = true;
        Optional.ofNullable(reading.get()).ifPresent(subscription -> subscription.request(Long.MAX_VALUE));
    }

    List<JsonNode> heard() {
        return List.copyOf(frames);
    }

    /** What was heard since this was last asked. */
    List<JsonNode> heardNow() {
        var now = List.copyOf(frames);
        frames.clear();
        return now;
    }

    List<JsonNode> heard(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    List<String> heardTypes() {
        return frames.stream().map(frame -> frame.path("type").asString()).toList();
    }

    long pings() {
        return pings.get();
    }

    /** Code and reason of the close, or empty. */
    String closedWith() {
        var status = closed.get();
        return status == null ? "" : status.getCode() + " " + status.getReason();
    }

    boolean isOver() {
        var running = conversation;
        return running != null && running.isDisposed();
    }

    @Override
    public Flux<WebSocketMessage> receive() {
        return in.asFlux();
    }

    @Override
    public Mono<Void> send(Publisher<WebSocketMessage> messages) {
        return Mono.create(done -> {
            var reader = new Reader(done::success);
            done.onDispose(reader);
            messages.subscribe(reader);
        });
    }

    private final class Reader extends BaseSubscriber<WebSocketMessage> {
        private final Runnable done;

        Reader(Runnable done) {
            this.done = done;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            reading.set(subscription);
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(WebSocketMessage message) {
            if (message.getType() == WebSocketMessage.Type.PING) pings.incrementAndGet();
            if (message.getType() == WebSocketMessage.Type.TEXT)
                hear(JSON.readTree(message.getPayload().toString(UTF_8)));
            if (reads) upstream().request(1);
        }

        @Override
        protected void hookOnComplete() {
            done.run();
        }
    }

    @Override
    public Mono<Void> close(CloseStatus status) {
        return Mono.fromRunnable(() -> {
            closed.compareAndSet(null, status);
            in.tryEmitComplete();
        });
    }

    @Override
    public boolean isOpen() {
        return closed.get() == null;
    }

    @Override
    public Mono<CloseStatus> closeStatus() {
        return Mono.justOrEmpty(closed.get());
    }

    @Override
    public String getId() {
        return "fake";
    }

    @Override
    public HandshakeInfo getHandshakeInfo() {
        return new HandshakeInfo(URI.create("/signal"), new HttpHeaders(), Mono.empty(), SignalingHandler.PROTOCOL);
    }

    @Override
    public DataBufferFactory bufferFactory() {
        return buffers;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public WebSocketMessage textMessage(String payload) {
        return new WebSocketMessage(WebSocketMessage.Type.TEXT, buffers.wrap(payload.getBytes(UTF_8)));
    }

    @Override
    public WebSocketMessage binaryMessage(Function<DataBufferFactory, DataBuffer> payload) {
        return new WebSocketMessage(WebSocketMessage.Type.BINARY, payload.apply(buffers));
    }

    @Override
    public WebSocketMessage pingMessage(Function<DataBufferFactory, DataBuffer> payload) {
        return new WebSocketMessage(WebSocketMessage.Type.PING, payload.apply(buffers));
    }

    @Override
    public WebSocketMessage pongMessage(Function<DataBufferFactory, DataBuffer> payload) {
        return new WebSocketMessage(WebSocketMessage.Type.PONG, payload.apply(buffers));
    }
}
