package dev.parley.benchmarks.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection with a place in a room. Waits for the server until it is in; afterwards never. */
final class Seat implements AutoCloseable {
    private final SocketChannel socket;
    private final int room;
    private final int place;
    private final Map<Integer, Long> epochs = new HashMap<>();
    /** What came of a frame that is not complete yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private Seat(SocketChannel socket, int room, int place) {
        this.socket = socket;
        this.room = room;
        this.place = place;
    }

    static Seat take(int port, int room, int place, Dialect dialect) throws IOException {
        return take(port, room, place, dialect, Optional.empty());
    }

    /** @param window bytes that the kernel takes in for somebody who does not read */
    static Seat take(int port, int room, int place, Dialect dialect, Optional<Integer> window) throws IOException {
        var socket = SocketChannel.open();
        if (window.isPresent()) socket.setOption(StandardSocketOptions.SO_RCVBUF, window.get());
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        var seat = new Seat(socket, room, place);
        seat.upgrade(dialect.path(room, place), dialect.subprotocol());
        dialect.enter(seat);
        seat.keep(seat.rest); // not the large buffer that it came in: ten thousand of them are too many
        return seat;
    }

    int room() {
        return room;
    }

    int place() {
        return place;
    }

    SocketChannel socket() {
        return socket;
    }

    ByteBuffer rest() {
        return rest;
    }

    void keep(ByteBuffer incomplete) {
        rest = incomplete.hasRemaining()
                ? ByteBuffer.allocate(incomplete.remaining()).put(incomplete).flip()
                : ByteBuffer.allocate(0);
    }

    void learn(int other, long epoch) {
        epochs.put(other, epoch);
    }

    int knows() {
        return epochs.size();
    }

    long epochWith(int other) {
        var epoch = epochs.get(other);
        if (epoch == null) throw new IllegalStateException("not connected with " + other);
        return epoch;
    }

    void say(String text) throws IOException {
        write(Message.small(text).stamped(0));
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) socket.write(bytes);
    }

    void await(String words) throws IOException {
        while (!hear().contains(words)) Thread.onSpinWait();
    }

    /** The next text; waits for it. */
    String hear() throws IOException {
        for (; ; ) {
            var text = frame();
            if (text != null) return text;
            more();
        }
    }

    private @Nullable String frame() throws IOException {
        var frame = Frames.next(rest);
        if (frame == null) return null;
        var text = new byte[frame.length()];
        rest.get(frame.payloadAt(), text);
        rest.position(frame.end());
        if (frame.isClose()) throw new IOException("closed: " + new String(text, UTF_8));
        return new String(text, UTF_8);
    }

    private void more() throws IOException {
        var buffer = ByteBuffer.allocate(rest.remaining() + 65_536).put(rest);
        if (socket.read(buffer) < 0) throw new IOException("cut off");
        rest = buffer.flip();
    }

    private void upgrade(String path, String subprotocol) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + (subprotocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n") + "\r\n";
        write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        for (; ; ) {
            more();
            var answer = US_ASCII.decode(rest.duplicate()).toString();
            var end = answer.indexOf("\r\n\r\n");
            if (end < 0) continue;
            if (!answer.startsWith("HTTP/1.1 101")) throw new IOException(answer);
            rest.position(rest.position() + end + 4);
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
