package dev.parley.signaling.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/** JSON (RFC 8259) as it is put together, in UTF-8. What is between the values is the caller's business. */
final class JsonText {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(UTF_8);

    private byte[] bytes;
    private int size;

    JsonText(int about) {
        this.bytes = new byte[about];
    }

    /** As it stands. */
    JsonText put(byte[] json) {
        makeRoomFor(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** As it stands; no more than ASCII. */
    JsonText put(String json) {
        return put(json.getBytes(UTF_8));
    }

    JsonText put(char ascii) {
        makeRoomFor(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    JsonText number(long value) {
        return put(Long.toString(value));
    }

    JsonText string(String value) {
        var text = value.getBytes(UTF_8);
        makeRoomFor(text.length + text.length / 8 + 50);
        bytes[size++] = '"';
        var plainFrom = 0;
        for (var at = 0; at < text.length; at++) {
            if (isPlain(text[at])) continue;
            run(text, plainFrom, at);
            escape(text[at]);
            plainFrom = at + 1;
        }
        run(text, plainFrom, text.length);
        return put('"');
    }

    /** One more member of an object, if there is one. */
    JsonText member(String name, Optional<String> value) {
        return value.isEmpty() ? this : put(",\"" + name + "\":").string(value.get());
    }

    byte[] whole() {
        return Arrays.copyOf(bytes, size);
    }

    /** Bytes of letters beyond ASCII are negative, and stand for themselves. */
    private static boolean isPlain(byte letter) {
        return letter < 0 || letter >= ' ' && letter != '"' && letter != '\\';
    }

    private void run(byte[] text, int from, int end) {
        makeRoomFor(end - from);
        System.arraycopy(text, from, bytes, size, end - from);
        size += end - from;
    }

    private void escape(byte letter) {
        switch (letter) {
            case '\r' -> put('\\').put('r');
            case '\n' -> put('\\').put('n');
            case '\t' -> put('\\').put('t');
            case '\b' -> put('\\').put('b');
            case '\f' -> put('\\').put('f');
            case '"', '\\' -> put('\\').put((char) letter);
            default -> put("\\u00").put((char) HEX[letter >> 4]).put((char) HEX[letter & 0xF]);
        }
    }

    private void makeRoomFor(int more) {
        if (bytes.length - size < more) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
}
