package dev.parley.signaling.room;

import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.lena;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.signaling.frame.ClientFrame.Level;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How many levels go on, and which. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoudnessTest {
    private static final Level soft = new Level(0.1, true);
    private static final Level loud = new Level(0.9, true);
    private static final Instant now = Samples.now;

    private final Loudness loudness = new Loudness(TheRoom.settings.level());

    @Test
    void the_first_goes_on_at_once_and_the_newest_after_a_pause() {
        assertThat(loudness.heard(lena, soft, now)).contains(soft);
        assertThat(loudness.heard(lena, soft, now.plusMillis(20))).isEmpty();
        assertThat(loudness.heard(lena, loud, now.plusMillis(40))).isEmpty();
        assertThat(loudness.isWaiting()).isTrue();

        assertThat(loudness.due(now.plusMillis(99))).isEmpty();
        assertThat(loudness.due(now.plusMillis(100))).isEqualTo(Map.of(lena, loud));
        assertThat(loudness.isWaiting()).isFalse();
    }

    @Test
    void everybody_has_their_own_pace() {
        loudness.heard(lena, soft, now);
        assertThat(loudness.heard(alice, loud, now)).contains(loud);
    }

    @Test
    void of_a_thousand_a_second_ten_go_on() {
        var told = IntStream.range(0, 1_000)
                .filter(i -> loudness.heard(lena, soft, now.plusMillis(i)).isPresent())
                .count();
        assertThat(told).isEqualTo(10);
    }

    @Test
    void nothing_is_told_late_of_somebody_who_is_gone() {
        loudness.heard(lena, soft, now);
        loudness.heard(lena, loud, now);
        loudness.forget(lena);

        assertThat(loudness.due(now.plusSeconds(1))).isEmpty();
    }
}
