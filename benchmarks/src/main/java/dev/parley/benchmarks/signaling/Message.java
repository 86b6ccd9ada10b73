package dev.parley.benchmarks.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** A client's frame, masked (RFC 6455 §5.3), in which only two numbers of fixed width change from one sending to the next. */
final class Message {
    static final int DIGITS = 16;
    private static final String STAMP = "#".repeat(DIGITS);
    private static final String COUNT = "@".repeat(DIGITS);
    private static final byte[] MASK = {0x5a, 0x13, (byte) 0xc7, 0x2e};

    private final ByteBuffer frame;
    private final int header;
    private final int stampAt;
    private final int countAt;
    private long count = 1_000_000_000_000_000L;

    private Message(String text) {
        var bytes = text.getBytes(US_ASCII);
        this.stampAt = text.indexOf(STAMP);
        this.countAt = text.indexOf(COUNT);
        this.header = bytes.length < 126 ? 6 : 8;
        this.frame = ByteBuffer.allocateDirect(header + bytes.length);
        frame.put((byte) 0x81);
        if (header == 6) frame.put((byte) (0x80 | bytes.length));
        else frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        frame.put(MASK);
        for (var at = 0; at < bytes.length; at++) frame.put((byte) (bytes[at] ^ MASK[at & 3]));
    }

    /** @param text with {@code %STAMP%}, perhaps {@code %COUNT%}, and {@code %FILL%} where it is made as long as it should be */
    static Message of(String text, int size) {
        var filled = text.replace("%STAMP%", STAMP).replace("%COUNT%", COUNT);
        return new Message(filled.replace("%FILL%", "x".repeat(Math.max(0, size - filled.length() + 6))));
    }

    static Message small(String text) {
        return new Message(text);
    }

    static ByteBuffer pong() {
        return ByteBuffer.wrap(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0});
    }

    /** Good until it is asked for again. */
    ByteBuffer stamped(long stamp) {
        if (stampAt >= 0) put(stamp, stampAt);
        if (countAt >= 0) put(count++, countAt);
        return frame.clear();
    }

    private void put(long number, int at) {
        for (var digit = at + DIGITS - 1; digit >= at; digit--) {
            frame.put(header + digit, (byte) (('0' + number % 10) ^ MASK[digit & 3]));
            number /= 10;
        }
    }
}
