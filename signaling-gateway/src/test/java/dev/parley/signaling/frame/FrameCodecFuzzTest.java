package dev.parley.signaling.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever comes, the codec answers with one of its four answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameCodecFuzzTest {
    private static final int FRAMES = 20_000;
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
            "[".repeat(500),
            "{\"a\":".repeat(100),
            "x".repeat(70_000));

    private enum Outcome {
        SAID,
        UNKNOWN,
        REFUSED,
        GARBAGE
    }

    private final Random random = new Random(20_260_101);
    private final FrameCodec codec = Codecs.codec();
    private final List<String> golden =
            Golden.fromClients().stream().map(frame -> frame.json().toString()).toList();

    @Test
    void mutated_frames_meet_only_clean_answers() {
        var seen = EnumSet.noneOf(Outcome.class);
        for (var i = 0; i < FRAMES; i++) seen.add(outcomeOf(mutated(pick(golden))));

        assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
    }

    private Outcome outcomeOf(String message) {
        return switch (codec.decode(message)) {
            case Inbound.Said said -> {
                assertThat(said.id()).isPositive();
                yield Outcome.SAID;
            }
            case Inbound.Unknown _ -> Outcome.UNKNOWN;
            case Inbound.Refused refused -> {
                refused.field()
                        .ifPresent(
                                field -> assertThat(field).matches("[A-Za-z]{1,20}(, line \\d+: [-a-z0-9=, DTLS]+)?"));
                yield Outcome.REFUSED;
            }
            case Inbound.Garbage _ -> Outcome.GARBAGE;
        };
    }

    private String mutated(String frame) {
        var text = new StringBuilder(frame);
        for (var times = 1 + random.nextInt(4); times > 0; times--) mutate(text);
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        var at = random.nextInt(Math.max(1, text.length()));
        var to = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, pick(SPICE));
            case 2 -> text.replace(at, to, pick(SPICE));
            case 3 -> text.insert(at, text.substring(at, to));
            case 4 -> text.setCharAt(at, (char) random.nextInt(0x10000));
            case 5 -> text.replace(at, to, pick(golden).substring(0, random.nextInt(20)));
            default -> throw new AssertionError();
        }
        if (text.isEmpty()) text.append(' ');
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
