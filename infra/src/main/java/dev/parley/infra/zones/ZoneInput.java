package dev.parley.infra.zones;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneOffset;

/** The numbers and names in a compiled zone, none of which may be missing, out of range or left over. */
final class ZoneInput {
    /** Before all transitions. */
    static final long EVER = Long.MIN_VALUE;

    private final DataInputStream in;

    ZoneInput(byte[] compiled) {
        this.in = new DataInputStream(new ByteArrayInputStream(compiled));
    }

    int unsignedByte() throws IOException {
        return in.readUnsignedByte();
    }

    int signedByte() throws IOException {
        return in.readByte();
    }

    int unsignedShort() throws IOException {
        return in.readUnsignedShort();
    }

    int count(int most) throws IOException, UnusableRules {
        var count = in.readInt();
        if (count < 0 || count > most)
            throw new UnusableRules("it counts " + count + " where at most " + most + " can be");
        return count;
    }

    String name() throws IOException {
        return in.readUTF();
    }

    boolean flag() throws IOException, UnusableRules {
        var value = in.readUnsignedByte();
        if (value > 1) throw new UnusableRules("it says " + value + " where yes or no is expected");
        return value == 1;
    }

    ZoneOffset offset() throws IOException, UnusableRules {
        return offset(seconds());
    }

    static ZoneOffset offset(long seconds) throws UnusableRules {
        try {
            return ZoneOffset.ofTotalSeconds(Math.toIntExact(seconds));
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnusableRules("an offset of " + seconds + " seconds is none");
        }
    }

    /** The two high bits of the first byte tell the unit: half hours, minutes, seconds, or milliseconds in eight bytes more. */
    long seconds() throws IOException, UnusableRules {
        var first = in.readUnsignedByte();
        var high = (long) (first << 26) >> 26; // six bits with their sign
        return switch (first >> 6) {
            case 0 -> high * 1_800;
            case 1 -> (high << 24 | unsigned(3)) * 60;
            case 2 -> high << 32 | unsigned(4);
            default -> wholeSeconds(in.readLong());
        };
    }

    void mustBeAtItsEnd() throws IOException, UnusableRules {
        if (in.read() >= 0) throw new UnusableRules("something follows its end");
    }

    private long unsigned(int bytes) throws IOException {
        var value = 0L;
        for (var i = 0; i < bytes; i++) value = value << 8 | in.readUnsignedByte();
        return value;
    }

    /** The end of a year is compiled as its last millisecond. */
    private static long wholeSeconds(long millis) throws UnusableRules {
        if (millis == Long.MIN_VALUE) return EVER;
        if (Math.floorMod(millis, 1_000L) == 999) return Math.floorDiv(millis, 1_000L) + 1;
        if (millis % 1_000 != 0) throw new UnusableRules("a clock changes at " + millis + " ms, within a second");
        return millis / 1_000;
    }
}
