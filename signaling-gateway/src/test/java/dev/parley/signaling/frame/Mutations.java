package dev.parley.signaling.frame;

import java.util.List;
import java.util.Random;

/** Spoils text as people who look for holes do; the same seed spoils the same way. */
public final class Mutations {
    private static final List<String> SPICE = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "-1",
            "1e999",
            "9".repeat(50),
            "NaN",
            "\\u0000",
            "\\ud800",
            "\u202e",
            "\r\n",
            "'",
            "🎉",
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x",
            "m=audio 9 RTP/AVP 0",
            "[".repeat(500),
            "{\"a\":".repeat(100),
            "x".repeat(70_000));

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** @param others pieces of these are grafted in */
    public String of(String text, List<String> others) {
        var spoilt = new StringBuilder(text);
        for (var times = 1 + random.nextInt(4); times > 0; times--) spoil(spoilt, others);
        return spoilt.toString();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void spoil(StringBuilder text, List<String> others) {
        var at = random.nextInt(Math.max(1, text.length()));
        var to = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, pick(SPICE));
            case 2 -> text.replace(at, to, pick(SPICE));
            case 3 -> text.insert(at, text.substring(at, to));
            case 4 -> text.setCharAt(at, (char) random.nextInt(0x10000));
            case 5 -> text.replace(at, to, piece(pick(others)));
            default -> throw new AssertionError();
        }
        if (text.isEmpty()) text.append(' ');
    }

    private String piece(String of) {
        var from = random.nextInt(of.length());
        return of.substring(from, Math.min(of.length(), from + random.nextInt(20)));
    }
}
