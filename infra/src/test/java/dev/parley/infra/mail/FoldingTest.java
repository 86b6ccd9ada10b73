package dev.parley.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingTest {
    private static final String[] CHARACTERS = {"a", ";", "é", "佐", "👩", "\uD83D", "\uDC69", "\t", " "};
    private static final String[] BREAKS = {"\r\n", "\n", "\r", "\r\r\n"};

    @Test
    void counts_octets_and_leaves_every_character_whole() {
        assertThat(Folding.fold("é".repeat(80)))
                .isEqualTo("é".repeat(37) + "\r\n " + "é".repeat(37) + "\r\n " + "é".repeat(6) + "\r\n");
        assertThat(Folding.fold("👩".repeat(20))).isEqualTo("👩".repeat(18) + "\r\n " + "👩".repeat(2) + "\r\n");
    }

    @Test
    void does_not_fold_what_just_fits() {
        assertThat(Folding.fold("a".repeat(75) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n");
        assertThat(Folding.fold("a".repeat(76))).isEqualTo("a".repeat(75) + "\r\n a\r\n");
    }

    @Test
    void does_to_any_text_what_the_plainest_way_to_fold_does() {
        var dice = new Random(5545);
        for (var i = 0; i < 5_000; i++) {
            var text = anything(dice);
            assertThat(Folding.fold(text)).isEqualTo(plainly(text));
        }
    }

    private static String anything(Random dice) {
        return Stream.generate(() -> dice.nextInt(60) == 0
                        ? BREAKS[dice.nextInt(BREAKS.length)]
                        : CHARACTERS[dice.nextInt(CHARACTERS.length)])
                .limit(dice.nextInt(300))
                .collect(Collectors.joining());
    }

    private static String plainly(String text) {
        var folded = new StringBuilder();
        text.lines().forEach(line -> {
            var octets = 0;
            for (var character : line.codePoints().mapToObj(Character::toString).toList()) {
                var size = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > 75) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.append(character);
                octets += size;
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }
}
