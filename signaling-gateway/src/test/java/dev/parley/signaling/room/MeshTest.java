package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.frames;
import static dev.parley.signaling.room.TheRoom.gus;
import static dev.parley.signaling.room.TheRoom.lena;
import static dev.parley.signaling.room.TheRoom.parley;
import static dev.parley.signaling.room.TheRoom.recipients;
import static dev.parley.signaling.room.TheRoom.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who connects sound and picture with whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeshTest {
    private final TheRoom the = new TheRoom();
    private final Room room = the.room;

    @Test
    void whoever_can_connect_connects_with_each_other_the_later_joiner_politely() {
        the.present(aliceInTheRoom, lenaInTheRoom);
        room.on(lena, 1, new ClientFrame.Media(true, false));

        assertThat(told(room.on(alice, 1, new ClientFrame.Media(false, false))))
                .containsExactly(
                        lena + " media false false from " + alice,
                        lena + " negotiate " + alice + " polite true epoch 1",
                        alice + " negotiate " + lena + " polite false epoch 1");
    }

    @Test
    void switching_the_microphone_connects_nothing_anew() {
        the.connected(aliceInTheRoom, lenaInTheRoom);

        assertThat(told(room.on(lena, 2, new ClientFrame.Media(false, false))))
                .containsExactly(alice + " media false false from " + lena);
    }

    @Test
    void an_offer_goes_to_whom_it_is_for_with_the_true_sender_on_it() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.join(gusInTheRoom);

        var deliveries = room.on(lena, 2, new ClientFrame.Offer(alice, "sdp", 1));

        assertThat(recipients(deliveries)).containsExactly(alice);
        assertThat(deliveries.getFirst().letter().from()).contains(lena);
        assertThat(frames(deliveries)).containsExactly(new ServerFrame.Offer("sdp", 1));
    }

    @Test
    void in_a_glare_both_offers_arrive_and_the_roles_decide() {
        the.connected(aliceInTheRoom, lenaInTheRoom);

        assertThat(recipients(room.on(lena, 2, new ClientFrame.Offer(alice, "sdp", 1))))
                .containsExactly(alice);
        assertThat(recipients(room.on(alice, 2, new ClientFrame.Offer(lena, "sdp", 1))))
                .containsExactly(lena);
    }

    @Test
    void the_end_of_candidates_arrives_too() {
        the.connected(aliceInTheRoom, lenaInTheRoom);

        assertThat(frames(room.on(lena, 2, new ClientFrame.Candidate(alice, Optional.empty(), 1))))
                .containsExactly(new ServerFrame.Candidate(Optional.empty(), 1));
    }

    @Test
    void nobody_is_reached_who_is_not_here_or_connects_no_media() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.join(gusInTheRoom);

        assertThat(told(room.on(lena, 5, new ClientFrame.Answer(gus, "sdp", 1))))
                .containsExactly(lena + " error PEER_NOT_PRESENT re 5");
        assertThat(told(room.on(lena, 6, new ClientFrame.Answer(parley, "sdp", 1))))
                .containsExactly(lena + " error PEER_NOT_PRESENT re 6");
        assertThat(told(room.on(lena, 7, new ClientFrame.Answer(lena, "sdp", 1))))
                .containsExactly(lena + " error PEER_NOT_PRESENT re 7");
    }

    @Test
    void what_belongs_to_an_older_attempt_is_dropped_and_said_to_be() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.away(lena);
        room.back(lena);

        assertThat(told(room.on(alice, 9, new ClientFrame.Candidate(lena, Optional.empty(), 1))))
                .containsExactly(alice + " error EPOCH_STALE re 9");
    }

    @Test
    void a_full_mesh_takes_nobody_more_but_they_stay_in_the_room() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.join(gusInTheRoom);

        assertThat(told(room.on(gus, 3, new ClientFrame.Media(true, true))))
                .containsExactly(gus + " error MESH_FULL re 3");
        assertThat(recipients(room.on(gus, 4, new ClientFrame.Chat("I can still write"))))
                .containsExactly(alice, lena);
    }

    @Test
    void a_place_in_the_mesh_becomes_free_again() {
        the.connected(aliceInTheRoom, lenaInTheRoom);
        room.join(gusInTheRoom);
        room.leave(lena, Departure.LEFT);

        assertThat(told(room.on(gus, 3, new ClientFrame.Media(true, true))))
                .contains(gus + " negotiate " + alice + " polite true epoch 2");
    }
}
