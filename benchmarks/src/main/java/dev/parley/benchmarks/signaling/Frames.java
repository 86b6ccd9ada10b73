package dev.parley.benchmarks.signaling;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Frames of a server (RFC 6455 §5.2): never masked, here never in parts. */
final class Frames {
    private Frames() {}

    record Frame(int opcode, int payloadAt, int length) {
        int end() {
            return payloadAt + length;
        }

        boolean isClose() {
            return opcode == 8;
        }

        boolean isPing() {
            return opcode == 9;
        }
    }

    /** The one that begins at the buffer's position, or null if it is not all there yet. */
    static @Nullable Frame next(ByteBuffer bytes) {
        var at = bytes.position();
        if (bytes.remaining() < 2) return null;
        var length = bytes.get(at + 1) & 0x7f;
        var header = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (bytes.remaining() < header) return null;
        if (length == 126) length = bytes.getShort(at + 2) & 0xffff;
        else if (length == 127) length = (int) bytes.getLong(at + 2);
        if (bytes.remaining() < header + length) return null;
        return new Frame(bytes.get(at) & 0x0f, at + header, length);
    }
}
