package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Numbers belong to the room, not to a session. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime("outbox.waiting=3");

    @Test
    void what_goes_to_many_is_the_same_for_all() {
        var lena = gateway.join(LENA);
        var alice = gateway.join(ALICE);
        var gus = gateway.join(GUS);
        lena.says("chat", "{\"text\":\"hello\"}");

        assertThat(gus.heard("chat")).hasSize(1).isEqualTo(alice.heard("chat"));
    }

    @Test
    void numbers_rise_for_everybody_though_somebody_is_put_out_in_between() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        var gus = gateway.join(GUS);
        lena.stopsReading();
        for (var i = 0; i < 9; i++) alice.says("chat", "{\"text\":\"line\"}");

        assertThat(gus.heardTypes()).contains("left");
        assertThat(gus.heard())
                .extracting(frame -> frame.path("seq").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_before_entering_has_no_number_of_the_room() {
        var stranger = gateway.connect();
        stranger.says("join", "{\"ticket\":\"guess\"}");

        assertThat(stranger.heard("error").getFirst().path("seq").asLong()).isZero();
    }
}
