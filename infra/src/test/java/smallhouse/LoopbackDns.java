package smallhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on loopback UDP (RFC 1035) that knows what a test tells it, TXT and MX; every other name does not exist. */
public final class LoopbackDns implements AutoCloseable {
    private static final int TXT = 16;
    private static final int MX = 15;
    private static final int NO_SUCH_NAME = 0x8583;
    private static final int ANSWER = 0x8580;

    private final DatagramSocket socket;
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private volatile boolean silent;

    public LoopbackDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** One record for each text, cut into pieces of 255 octets where it is longer. */
    public LoopbackDns txt(String name, String... texts) {
        records.put(TXT + name, List.of(texts).stream().map(LoopbackDns::pieces).toList());
        return this;
    }

    public LoopbackDns mx(String name, String server) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 10});
        out.writeBytes(name(server));
        records.put(MX + name, List.of(out.toByteArray()));
        return this;
    }

    public LoopbackDns silent() {
        silent = true;
        return this;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                if (silent) continue;
                var answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        var id = question.getShort();
        question.position(12);
        var name = new StringBuilder();
        for (var length = question.get(); length > 0; length = question.get()) {
            var label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        var type = question.getShort();
        var found = records.get(type + name.toString().toLowerCase(Locale.ROOT));
        var known = records.keySet().stream().anyMatch(key -> key.endsWith(name.toString()));
        var out = ByteBuffer.allocate(4_000);
        out.putShort(id).putShort((short) (known ? ANSWER : NO_SUCH_NAME));
        out.putShort((short) 1)
                .putShort((short) (found == null ? 0 : found.size()))
                .putInt(0);
        out.put(name(name.toString())).putShort(type).putShort((short) 1);
        if (found != null)
            for (var data : found) {
                out.put(name(name.toString()))
                        .putShort(type)
                        .putShort((short) 1)
                        .putInt(60);
                out.putShort((short) data.length).put(data);
            }
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static byte[] pieces(String text) {
        var out = new ByteArrayOutputStream();
        for (var at = 0; at < text.length(); at += 255) {
            var piece = text.substring(at, Math.min(at + 255, text.length()));
            out.write(piece.length());
            out.writeBytes(piece.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static byte[] name(String name) {
        var out = new ByteArrayOutputStream();
        for (var label : name.split("\\.")) {
            if (label.isEmpty()) continue;
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }
}
