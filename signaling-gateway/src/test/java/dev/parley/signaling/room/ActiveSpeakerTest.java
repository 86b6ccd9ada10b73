package dev.parley.signaling.room;

import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.lena;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame.Level;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who has the attention while several make a sound. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActiveSpeakerTest {
    private final ActiveSpeaker speaker = new ActiveSpeaker(TheRoom.settings.level());
    private Instant now = Samples.now;

    @Test
    void whoever_breaks_the_silence_has_it() {
        assertThat(speaker.now()).isEmpty();
        assertThat(hears(lena, 0.4, true)).isTrue();
        assertThat(speaker.now()).contains(lena);
    }

    @Test
    void a_breath_does_not_lose_it_but_silence_does() {
        hears(lena, 0.4, true);
        hears(lena, 0, false);
        passes(1_100);
        assertThat(speaker.isToBeWatched()).isTrue();
        assertThat(speaker.at(now)).isFalse();
        hears(lena, 0.4, true);
        hears(lena, 0, false);
        passes(1_200);

        assertThat(speaker.at(now)).isTrue();
        assertThat(speaker.now()).isEmpty();
        assertThat(speaker.isToBeWatched()).isFalse();
    }

    @Test
    void a_cough_does_not_take_it() {
        for (var i = 0; i < 20; i++) {
            hears(lena, 0.4, true);
            if (i == 10 || i == 11) hears(alice, 0.9, true);
            if (i == 12) hears(alice, 0, false);
            passes(100);
        }
        assertThat(speaker.now()).contains(lena);
    }

    @Test
    void whoever_is_clearly_louder_for_a_while_takes_it() {
        assertThat(whoHasItAfter(700, 0.4, 0.9)).isEqualTo(alice);
        assertThat(whoHasItAfter(500, 0.4, 0.9)).isEqualTo(lena);
    }

    @Test
    void two_who_are_about_as_loud_do_not_make_it_flicker() {
        hears(lena, 0.40, true);
        var changes = 0;
        for (var i = 0; i < 200; i++) {
            if (hears(alice, i % 2 == 0 ? 0.45 : 0.35, true)) changes++;
            if (hears(lena, i % 3 == 0 ? 0.45 : 0.38, true)) changes++;
            passes(100);
        }
        assertThat(changes).isZero();
    }

    @Test
    void into_a_pause_somebody_else_may_speak_sooner() {
        hears(lena, 0.9, true);
        passes(100);
        hears(alice, 0.2, true);
        passes(600);
        assertThat(hears(alice, 0.2, true)).isFalse();

        assertThat(hears(lena, 0, false)).isTrue();
        assertThat(speaker.now()).contains(alice);
    }

    @Test
    void whoever_is_gone_has_it_no_more() {
        hears(lena, 0.4, true);
        assertThat(speaker.forget(alice)).isFalse();
        assertThat(speaker.forget(lena)).isTrue();
        assertThat(speaker.now()).isEmpty();
    }

    private ParticipantId whoHasItAfter(int millis, double lenas, double alices) {
        var fresh = new ActiveSpeaker(TheRoom.settings.level());
        for (var i = 0; i < 20; i++) fresh.heard(lena, new Level(lenas, true), now.plusMillis(100 * i));
        var then = now.plusMillis(2_000);
        for (var passed = 0; passed <= millis; passed += 100)
            fresh.heard(alice, new Level(alices, true), then.plusMillis(passed));
        return fresh.now().orElseThrow();
    }

    private boolean hears(ParticipantId who, double level, boolean speaking) {
        return speaker.heard(who, new Level(level, speaking), now);
    }

    private void passes(int millis) {
        now = now.plusMillis(millis);
    }
}
