package dev.parley.signaling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A client that speaks WebSocket by hand, as no library would. */
final class RawLine implements AutoCloseable {
    private static final String UPGRADE = """
            GET /signal HTTP/1.1\r
            Host: here\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: parley.v1\r
            \r
            """;

    private final Socket line;

    private RawLine(Socket line) {
        this.line = line;
    }

    static RawLine to(GatewayOnAPort gateway) throws IOException {
        var line = new Socket("127.0.0.1", gateway.address().getPort());
        line.setSoTimeout(20_000);
        return new RawLine(line);
    }

    /** Asks for a WebSocket, and says all this without waiting for an answer, in one packet. */
    RawLine upgradesAndSays(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(UPGRADE.getBytes(UTF_8));
        for (var text : texts) bytes.write(frame(text));
        line.getOutputStream().write(bytes.toByteArray());
        return this;
    }

    void says(String text) throws IOException {
        line.getOutputStream().write(frame(text));
    }

    String hearsUntil(String end) throws IOException {
        var heard = new ByteArrayOutputStream();
        while (!heard.toString(UTF_8).contains(end)) {
            var next = line.getInputStream().read();
            if (next < 0) return heard.toString(UTF_8);
            heard.write(next);
        }
        return heard.toString(UTF_8);
    }

    String hearsToTheEnd() throws IOException {
        return new String(line.getInputStream().readAllBytes(), UTF_8);
    }

    /** A text frame, masked with zeros (RFC 6455 §5.2). */
    private static byte[] frame(String text) {
        return ByteBuffer.allocate(6 + text.length())
                .put((byte) 0x81)
                .put((byte) (0x80 | text.length()))
                .putInt(0)
                .put(text.getBytes(UTF_8))
                .array();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
