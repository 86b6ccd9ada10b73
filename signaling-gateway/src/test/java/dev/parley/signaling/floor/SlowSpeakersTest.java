package dev.parley.signaling.floor;

import static dev.parley.signaling.floor.Scene.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.floor.FloorOutput.EndOfTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowSpeakersTest {
    private static final int SPEAKERS = 100;
    private static final int TURNS = 20;

    private final List<Long> gaps = new ArrayList<>();
    private int cut;

    @Test
    void are_hardly_ever_cut_off_and_do_not_wait_long() {
        for (var seed = 1; seed <= SPEAKERS; seed++) listenTo(new SlowSpeakers(seed));

        assertThat(100.0 * cut / (SPEAKERS * TURNS)).as("% cut early").isLessThan(2);
        assertThat(gaps.stream().sorted().toList().get(gaps.size() / 2))
                .as("median gap in ms")
                .isLessThan(1_200);
    }

    private void listenTo(SlowSpeakers speaker) {
        var floor = new FloorMachine(FloorSettings.DEFAULTS);
        var begin = BEGIN;
        for (var turn = 0; turn < TURNS; turn++) {
            var spoken = speaker.turn(begin);
            var heard = new ArrayList<FloorOutput>();
            spoken.inputs().forEach(input -> heard.addAll(floor.on(input)));
            begin = spoken.end().plusSeconds(10);
            heard.addAll(floor.on(new FloorInput.Tick(begin)));
            judge(ends(heard), spoken.end());
            floor.on(new FloorInput.SentenceBegins(begin, turn));
            begin = begin.plusSeconds(1);
            floor.on(new FloorInput.SpeechEnds(begin));
        }
    }

    private static List<Instant> ends(List<FloorOutput> heard) {
        return heard.stream()
                .filter(EndOfTurn.class::isInstance)
                .map(FloorOutput::at)
                .toList();
    }

    private void judge(List<Instant> ends, Instant reallyEnded) {
        if (ends.getFirst().isBefore(reallyEnded)) cut++;
        gaps.add(Duration.between(reallyEnded, ends.getLast()).toMillis());
    }
}
