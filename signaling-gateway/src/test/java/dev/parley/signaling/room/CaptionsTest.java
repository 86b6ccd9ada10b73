package dev.parley.signaling.room;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.frames;
import static dev.parley.signaling.room.TheRoom.gus;
import static dev.parley.signaling.room.TheRoom.lena;
import static dev.parley.signaling.room.TheRoom.recipients;
import static dev.parley.signaling.room.TheRoom.recorded;
import static dev.parley.signaling.room.TheRoom.told;
import static dev.parley.signaling.room.TheRoom.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.transcript.Source;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.Golden;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.ServerFrame;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is said is shown to the others, once, and only if its speaker has agreed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptionsTest {
    private final TheRoom the = new TheRoom();
    private final Room room = the.room;

    @Test
    void levels_go_to_the_others() {
        the.present(aliceInTheRoom, lenaInTheRoom, gusInTheRoom);

        room.on(lena, 1, new ClientFrame.Media(true, false));

        var deliveries = room.measured(lena, 2, new ClientFrame.Level(0.5, true), Samples.now);

        assertThat(recipients(deliveries)).containsExactly(alice, gus, alice, lena, gus);
        assertThat(frames(deliveries))
                .containsOnly(new ServerFrame.Level(0.5, true), new ServerFrame.ActiveSpeaker(Optional.of(lena)));
    }

    @Test
    void unfinished_words_are_shown_to_the_others_under_their_speakers_name() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.on(aDiscoveryCall().leadConsented());

        assertThat(frames(room.on(lena, 1, words(1, 3, false, "we want"))))
                .containsExactly(new ServerFrame.Caption(
                        segment(1), lena, "Lena Lead", lenaInTheRoom.role(), "we want", false, 3));
    }

    @Test
    void nothing_is_shown_of_somebody_who_has_not_agreed() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.on(lena, 4, words(1, 1, false, "we want"))))
                .containsExactly(lena + " error NO_CONSENT re 4");
    }

    @Test
    void final_words_wait_for_the_transcript() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.on(aDiscoveryCall().leadConsented());

        assertThat(room.on(lena, 1, words(1, 4, true, "we want it"))).isEmpty();
        assertThat(frames(room.on(recorded(1, lenaInTheRoom, "we want it", Source.SPEECH))))
                .containsExactly(new ServerFrame.Caption(
                        segment(1), lena, "Lena Lead", lenaInTheRoom.role(), "we want it", true, 4));
    }

    @Test
    void unfinished_words_that_come_late_do_not_replace_the_final_ones() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.on(aDiscoveryCall().leadConsented());
        room.on(lena, 1, words(1, 4, true, "we want it"));

        assertThat(room.on(lena, 2, words(1, 3, false, "we want"))).isEmpty();
    }

    @Test
    void words_recorded_elsewhere_are_shown_too() {
        the.present(aliceInTheRoom);

        assertThat(frames(room.on(recorded(1, gusInTheRoom, "hello", Source.IMPORTED))))
                .containsExactly(
                        new ServerFrame.Caption(segment(1), gus, "Gus Guest", gusInTheRoom.role(), "hello", true, 1));
    }

    @Test
    void a_line_of_chat_is_shown_once_though_it_is_recorded() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(frames(room.on(lena, 1, new ClientFrame.Chat("the link"))))
                .containsExactly(new ServerFrame.Chat("the link"));
        room.captions().isShownAlready(segment(1));
        assertThat(room.on(recorded(1, lenaInTheRoom, "the link", Source.TYPED)))
                .isEmpty();
    }

    @Test
    void words_that_break_off_are_taken_as_they_are() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.on(aDiscoveryCall().leadConsented());
        var words = words(1, 2, false, "we wan");
        room.on(lena, 1, words);

        assertThat(room.captions().unfinished(lena)).contains(words);
        assertThat(room.captions().breakOff(lena)).contains(words);
        assertThat(room.captions().unfinished(lena)).isEmpty();
    }

    @Test
    void every_frame_that_a_client_can_say_has_an_answer_or_none_but_never_a_fault() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        var codec = Codecs.inDevelopment();

        assertThat(Golden.fromClients()).allSatisfy(golden -> {
            var said = (Inbound.Said) codec.decode(golden.json().toString());
            assertThat(recipients(room.on(lena, said.id(), said.frame()))).isSubsetOf(alice, lena);
        });
    }
}
