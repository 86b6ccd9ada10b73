package dev.parley.signaling.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever comes, the codec answers with one of its four answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameCodecFuzzTest {
    private static final int FRAMES = 20_000;

    private enum Outcome {
        SAID,
        UNKNOWN,
        REFUSED,
        GARBAGE
    }

    private final Mutations mutations = new Mutations(20_260_101);
    private final FrameCodec codec = Codecs.codec();
    private final List<String> golden =
            Golden.fromClients().stream().map(frame -> frame.json().toString()).toList();

    @Test
    void mutated_frames_meet_only_clean_answers() {
        var seen = EnumSet.noneOf(Outcome.class);
        for (var i = 0; i < FRAMES; i++) seen.add(outcomeOf(mutations.of(mutations.pick(golden), golden)));

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
}
