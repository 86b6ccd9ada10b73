package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.lena;
import static dev.parley.signaling.room.TheRoom.recipients;
import static dev.parley.signaling.room.TheRoom.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is in the room, and what the others hear of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComingAndGoingTest {
    private final TheRoom the = new TheRoom();
    private final Room room = the.room;

    @Test
    void a_newcomer_is_announced_to_the_others_only() {
        room.join(aliceInTheRoom);

        assertThat(told(room.join(lenaInTheRoom))).containsExactly(alice + " joined Lena Lead");
    }

    @Test
    void the_same_person_again_replaces_the_older_connection() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.join(lenaInTheRoom)))
                .containsExactly(alice + " left " + lena + " REPLACED", alice + " joined Lena Lead");
        assertThat(room.participants()).hasSize(2);
    }

    @Test
    void nobody_leaves_twice() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.leave(lena, Departure.LEFT))).containsExactly(alice + " left " + lena + " LEFT");
        assertThat(room.leave(lena, Departure.CONNECTION_LOST)).isEmpty();
    }

    @Test
    void who_is_away_is_gone_for_the_others_but_still_hears_for_later() {
        the.present(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.away(lena))).containsExactly(alice + " left " + lena + " CONNECTION_LOST");
        assertThat(room.participants())
                .extracting(ServerFrame.Present::participantId)
                .containsExactly(alice);
        assertThat(recipients(room.on(alice, 1, new ClientFrame.Chat("are you there?"))))
                .containsExactly(lena);
    }

    @Test
    void who_comes_back_is_announced_and_connects_media_afresh() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.away(lena);

        assertThat(told(room.back(lena)))
                .containsExactly(
                        alice + " joined Lena Lead",
                        alice + " negotiate " + lena + " polite false epoch 2",
                        lena + " negotiate " + alice + " polite true epoch 2");
    }

    @Test
    void who_leaves_while_away_has_left_already() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.away(lena);

        assertThat(room.leave(lena, Departure.CONNECTION_LOST)).isEmpty();
    }

    @Test
    void who_was_never_here_is_not_heard() {
        room.join(aliceInTheRoom);

        assertThat(room.on(lena, 1, new ClientFrame.Chat("hello"))).isEmpty();
    }
}
