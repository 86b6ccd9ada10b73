package dev.parley.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.frame.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WireTest {
    private final Wire wire = new Wire(new OutboxLimits(100, 100_000, 100, 100_000));

    @Test
    void more_than_the_line_holds_at_a_time_goes_out_without_another_wake() {
        var line = new LineOfThree();
        for (var seq = 1; seq <= 10; seq++) wire.tell(letter(seq));
        wire.close(CloseReason.LEFT, "LEFT");
        wire.writesTo(line);

        assertThat(line.off).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(line.ended).isTrue();
    }

    @Test
    void what_is_said_right_before_the_close_goes_out_before_it() {
        var line = new LineOfThree();
        line.meanwhile = () -> {
            wire.tell(letter(7));
            wire.close(CloseReason.GOING_AWAY, "GOING_AWAY");
        };
        wire.writesTo(line);

        assertThat(line.off).containsExactly(7L);
        assertThat(line.ended).isTrue();
    }

    private static Numbered letter(long seq) {
        return Codecs.codec().number(seq, Instant.EPOCH, Letter.of(new ServerFrame.Chat("words")));
    }

    /** Holds three letters at a time, and is empty as soon as they are off. */
    private static final class LineOfThree implements Line {
        final List<Long> off = new ArrayList<>();
        private final List<Long> held = new ArrayList<>();
        boolean ended;
        /** Happens once, while nothing is left to be written. */
        Runnable meanwhile = () -> {};

        @Override
        public void soon(Runnable writing) {
            writing.run();
        }

        @Override
        public boolean takesMore() {
            return held.size() < 3;
        }

        @Override
        public void write(Numbered letter) {
            // A peer hears nothing after a close frame.
            if (!ended) held.add(letter.seq());
        }

        @Override
        public void ping() {}

        @Override
        public void flush() {
            off.addAll(held);
            held.clear();
            var happens = meanwhile;
            meanwhile = () -> {};
            happens.run();
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
