package dev.parley.signaling.floor;

import static dev.parley.signaling.floor.Scene.ALICE;
import static dev.parley.signaling.floor.Scene.GUS;
import static dev.parley.signaling.floor.Scene.LENA;
import static dev.parley.signaling.floor.Scene.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.Silence;
import dev.parley.signaling.floor.FloorOutput.DropUnheard;
import dev.parley.signaling.floor.FloorOutput.EndOfTurn;
import dev.parley.signaling.floor.FloorOutput.ResumeSpeech;
import dev.parley.signaling.floor.FloorOutput.StaysSilent;
import dev.parley.signaling.floor.FloorOutput.StopSpeech;
import dev.parley.signaling.floor.FloorOutput.TurnGoesOn;
import dev.parley.signaling.floor.FloorOutput.VoiceIsNoise;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the floor, told in milliseconds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorMachineTest {
    private final Scene scene = new Scene();

    @Nested
    class EndingATurn {
        @Test
        void needs_silence_and_words() {
            scene.speaks(LENA, 1_000).words(LENA, "We want to decide in March");
            assertThat(scene.state()).isEqualTo(FloorState.LEAD);
            scene.passes(5_000);

            assertThat(scene.heard(EndOfTurn.class)).singleElement().satisfies(end -> {
                assertThat(after(end)).isEqualTo(2_100);
                assertThat(end.text()).isEqualTo("We want to decide in March");
            });
            assertThat(scene.state()).isEqualTo(FloorState.AI_THINKING);
        }

        @Test
        void waits_for_words_that_still_change() {
            scene.speaks(LENA, 1_000)
                    .passes(1_050)
                    .interim(LENA, "We want to decide")
                    .passes(290);
            assertThat(scene.heard(EndOfTurn.class)).isEmpty();
            scene.passes(20);

            assertThat(scene.heard(EndOfTurn.class)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "We have ähm",
                    "Wir brauchen das, weil",
                    "it is l e n a",
                    "Necesitamos unos",
                    "call me at 0 1 7",
                    "our budget is, um",
                    "the number is four five"
                })
        void waits_longer_after_words_that_promise_more(String words) {
            scene.speaks(LENA, 1_000).words(LENA, words).passes(1_500);
            assertThat(scene.heard(EndOfTurn.class)).isEmpty();
            scene.passes(1_600);

            assertThat(scene.heard(EndOfTurn.class)).hasSize(1);
        }

        @Test
        void gives_slow_speakers_the_pauses_they_are_used_to() {
            scene.speaks(LENA, 800).words(LENA, "We are forty people").passes(1_050);
            scene.speaks(LENA, 800).words(LENA, "in two offices").passes(1_300);
            assertThat(scene.heard(EndOfTurn.class)).isEmpty();
            scene.passes(200);

            assertThat(scene.heard(EndOfTurn.class)).hasSize(1);
        }

        @Test
        void comes_within_a_second_of_losing_the_microphone_and_not_without_words() {
            scene.begins(LENA).passes(500).interim(LENA, "We want to, um").loses(LENA);
            scene.begins(GUS).passes(100).loses(GUS).passes(1_200);

            assertThat(scene.heard(EndOfTurn.class))
                    .singleElement()
                    .satisfies(end -> assertThat(after(end)).isLessThanOrEqualTo(1_500));
            assertThat(scene.state()).isEqualTo(FloorState.AI_THINKING);
        }

        @Test
        void is_taken_back_when_they_go_on_before_the_reply() {
            scene.speaks(LENA, 500).words(LENA, "Forty").passes(2_000);
            scene.begins(LENA).passes(300).interim(LENA, "or fifty");

            assertThat(scene.heard(TurnGoesOn.class)).hasSize(1);
            assertThat(scene.state()).isEqualTo(FloorState.LEAD);
        }

        @Test
        void gives_the_floor_to_who_waits_and_only_then_to_the_interviewer() {
            scene.begins(LENA).words(LENA, "We decide in March").passes(100).begins(ALICE);
            assertThat(scene.state()).isEqualTo(FloorState.OVERLAP);
            assertThat(scene.floor().holder()).contains(LENA);
            scene.stops(LENA).passes(1_200);
            assertThat(scene.floor().holder()).contains(ALICE);
            scene.words(ALICE, "Or in April").stops(ALICE).passes(1_200);

            assertThat(scene.heard(EndOfTurn.class)).extracting(EndOfTurn::who).containsExactly(LENA, ALICE);
            assertThat(scene.state()).isEqualTo(FloorState.AI_THINKING);
        }

        @Test
        void is_not_held_up_by_somebody_who_only_makes_a_sound() {
            scene.begins(LENA)
                    .words(LENA, "We decide in March")
                    .begins(GUS)
                    .stops(LENA)
                    .passes(1_200);
            assertThat(scene.floor().holder()).contains(GUS);
            scene.stops(GUS);

            assertThat(scene.state()).isEqualTo(FloorState.AI_THINKING);
        }
    }

    @Nested
    class CuttingIn {
        @ParameterizedTest
        @ValueSource(strings = {"mhm", "ok", "Okay", "yeah", "right, right", "ja", "genau", "ja klar", "sí", "vale"})
        void is_not_what_a_listener_does(String backchannel) {
            scene.interviewerBegins(1).begins(LENA).passes(300).words(LENA, backchannel);
            scene.passes(400).stops(LENA).passes(3_000).interviewerEnds(1).interviewerIsDone();

            assertThat(scene.heard(StopSpeech.class)).isEmpty();
            assertThat(scene.heard(EndOfTurn.class)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"wait please", "no that is wrong", "Moment mal", "das stimmt nicht", "espera un momento"})
        void with_two_words_stops_it_at_once(String words) {
            scene.interviewerBegins(1).begins(LENA).passes(200).interim(LENA, words);

            assertThat(scene.heard(StopSpeech.class)).hasSize(1);
            assertThat(scene.heard(DropUnheard.class)).hasSize(1);
            assertThat(scene.state()).isEqualTo(FloorState.LEAD);
        }

        @Test
        void with_a_voice_takes_half_a_second_and_leaves_out_what_nobody_heard() {
            scene.interviewerBegins(1).passes(2_000).interviewerEnds(1).interviewerBegins(2);
            scene.begins(LENA).passes(490);
            assertThat(scene.state()).isEqualTo(FloorState.OVERLAP);
            scene.passes(200);
            assertThat(scene.state()).isEqualTo(FloorState.YIELD);
            scene.words(LENA, "I have to stop you");

            assertThat(scene.heard(StopSpeech.class)).extracting(Scene::after).containsExactly(2_500L);
            assertThat(scene.heard(DropUnheard.class))
                    .extracting(DropUnheard::sentence)
                    .containsExactly(2);
        }

        @Test
        void between_two_sentences_leaves_out_the_second() {
            scene.interviewerBegins(1).interviewerEnds(1).interim(LENA, "wait please");

            assertThat(scene.heard(DropUnheard.class))
                    .extracting(DropUnheard::sentence)
                    .containsExactly(2);
        }

        @Test
        void by_a_cough_is_none_so_the_sentence_is_said_again() {
            scene.interviewerBegins(3).speaks(LENA, 700).passes(3_000);

            assertThat(scene.heard(StopSpeech.class)).hasSize(1);
            assertThat(scene.heard(ResumeSpeech.class)).singleElement().satisfies(resume -> {
                assertThat(resume.sentence()).isEqualTo(3);
                assertThat(after(resume)).isEqualTo(2_500);
            });
            assertThat(scene.state()).isEqualTo(FloorState.AI_SPEAKING);
        }

        @Test
        void by_one_whose_voice_alone_does_not_count_takes_a_second_one() {
            scene.interviewerBegins(1).begins(LENA, false, true).passes(2_000);
            assertThat(scene.heard(StopSpeech.class)).isEmpty();
            scene.begins(GUS, false, true).passes(490);
            assertThat(scene.heard(StopSpeech.class)).isEmpty();
            scene.passes(20);

            assertThat(scene.heard(StopSpeech.class)).extracting(Scene::after).containsExactly(2_500L);
        }

        @Test
        void by_a_voice_of_which_no_words_are_to_be_expected_is_one() {
            scene.interviewerBegins(1).begins(ALICE, true, false).passes(7_000).stops(ALICE);
            scene.passes(3_000);

            assertThat(scene.heard(DropUnheard.class)).hasSize(1);
            assertThat(scene.heard(VoiceIsNoise.class)).isEmpty();
            assertThat(scene.heard(ResumeSpeech.class)).isEmpty();
        }

        @Test
        void is_not_what_was_said_before_it_began_to_speak() {
            scene.words(LENA, "We are forty people").passes(700);
            scene.interviewerBegins(1).passes(200).words(LENA, "mhm");

            assertThat(scene.heard(StopSpeech.class)).isEmpty();
        }

        @Test
        void by_a_fan_is_none_after_five_seconds() {
            scene.interviewerBegins(1).begins(LENA).passes(6_000);

            assertThat(scene.heard(VoiceIsNoise.class)).extracting(Scene::after).containsExactly(5_000L);
            assertThat(scene.heard(ResumeSpeech.class)).extracting(Scene::after).containsExactly(5_000L);
            assertThat(scene.state()).isEqualTo(FloorState.AI_SPEAKING);
        }
    }

    @Test
    void a_burst_of_noise_while_it_thinks_takes_no_reply_away() {
        scene.speaks(LENA, 500).words(LENA, "Forty people").passes(1_200);
        scene.begins(LENA).passes(6_000);

        assertThat(scene.heard(TurnGoesOn.class)).isEmpty();
        assertThat(scene.heard(VoiceIsNoise.class)).hasSize(1);
        assertThat(scene.state()).isEqualTo(FloorState.AI_THINKING);
    }

    @Test
    void silence_is_answered_rung_by_rung_and_from_the_bottom_once_somebody_spoke() {
        scene.interviewerBegins(1).interviewerEnds(1).interviewerIsDone().passes(200_000);
        assertThat(scene.heard(StaysSilent.class))
                .extracting(Scene::after)
                .containsExactly(8_000L, 20_000L, 45_000L, 120_000L);

        scene.speaks(LENA, 500).words(LENA, "Sorry, I am back").passes(1_200);
        scene.interviewerBegins(2).interviewerIsDone().passes(10_000);
        assertThat(scene.heard(StaysSilent.class))
                .extracting(StaysSilent::rung)
                .containsExactly(Silence.NUDGE, Silence.REPHRASE, Silence.PAUSE, Silence.END, Silence.NUDGE);
    }

    @Test
    void silence_into_which_the_interviewer_speaks_goes_on() {
        scene.interviewerBegins(1).interviewerIsDone().passes(9_000);
        scene.interviewerBegins(2).passes(3_000).interviewerIsDone().passes(40_000);

        assertThat(scene.heard(StaysSilent.class)).extracting(Scene::after).containsExactly(8_000L, 20_000L, 45_000L);
    }

    @Test
    void silence_in_which_nobody_is_awaited_is_none_until_the_interviewer_speaks_again() {
        scene.interviewerBegins(1)
                .interviewerIsDone()
                .passes(9_000)
                .nobodyIsAwaited()
                .passes(60_000);
        scene.interviewerBegins(2).interviewerIsDone().passes(9_000);

        assertThat(scene.heard(StaysSilent.class)).extracting(Scene::after).containsExactly(8_000L, 77_000L);
    }

    @Test
    void the_recording_gives_the_same_floor_however_often_it_is_asked() {
        scene.interviewerBegins(1).passes(900).interviewerEnds(1).interviewerBegins(2);
        scene.speaks(LENA, 700).passes(2_500).begins(LENA).passes(100).interim(LENA, "wait a\nmoment");
        scene.passes(300).words(LENA, "wait a moment").stops(LENA).passes(900);
        scene.speaks(GUS, 900).words(GUS, "ähm").loses(GUS).passes(60_000).begins(LENA);
        scene.stops(LENA)
                .interviewerBegins(3)
                .begins(GUS, false, true)
                .passes(900)
                .begins(ALICE, false, false)
                .passes(900)
                .stops(ALICE);
        scene.interviewerIsDone().passes(9_000).nobodyIsAwaited().passes(30_000).begins(LENA);

        var again = Scene.replay(scene.recording(), FloorSettings.DEFAULTS);

        assertThat(again).isEqualTo(scene.heard()).hasSizeGreaterThan(5);
    }

    @Test
    void the_recording_can_be_held_with_other_thresholds() {
        scene.speaks(LENA, 500).words(LENA, "Forty people").passes(5_000).begins(LENA);
        var d = FloorSettings.DEFAULTS;
        var patient = new EndpointSettings(
                d.lead().slowest(),
                d.lead().slowest(),
                d.lead().number(),
                d.lead().open(),
                d.lead().spelling(),
                d.lead().hesitation(),
                d.lead().stable(),
                d.lead().closes());

        var later = Scene.replay(
                scene.recording(),
                new FloorSettings(patient, d.cutsIn(), d.wordsCutIn(), d.resumesAfter(), d.noiseAfter(), d.ladder()));

        assertThat(later).extracting(Scene::after).isEqualTo(List.of(2_300L));
    }
}
