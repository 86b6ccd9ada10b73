package dev.parley.infra.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@link LogSql#COLUMNS} as COPY writes them: each behind its length, −1 for an absent one. */
final class BinaryRow {
    private static final long MICROS = 1_000_000;
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private BinaryRow() {}

    static LogRow read(ByteBuffer in) {
        return new LogRow(
                number(in),
                text(in),
                number(in),
                textOrNull(in),
                text(in),
                text(in),
                textOrNull(in),
                time(in),
                id(in),
                id(in),
                index(in),
                textOrNull(in),
                bytes(in),
                bytes(in),
                bytes(in));
    }

    private static long number(ByteBuffer in) {
        in.getInt();
        return in.getLong();
    }

    private static int index(ByteBuffer in) {
        in.getInt();
        return in.getInt();
    }

    private static UUID id(ByteBuffer in) {
        in.getInt();
        return new UUID(in.getLong(), in.getLong());
    }

    private static Instant time(ByteBuffer in) {
        var micros = number(in);
        return Instant.ofEpochSecond(YEAR_2000 + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    private static byte[] bytes(ByteBuffer in) {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return text(in, in.getInt());
    }

    private static @Nullable String textOrNull(ByteBuffer in) {
        var length = in.getInt();
        return length < 0 ? null : text(in, length);
    }

    private static String text(ByteBuffer in, int length) {
        var text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
