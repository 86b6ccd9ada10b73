package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What one connection may do to the others: nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Test
    void garbage_ends_the_connection_and_the_room_goes_on() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("{\"v\":1,");

        assertThat(lena.heardTypes()).endsWith("error");
        assertThat(lena.closedWith()).isEqualTo("4400 FRAME_MALFORMED");
        assertThat(alice.heard("left").getFirst().path("payload").path("reason").asString())
                .isEqualTo("rules-broken");
        assertThat(alice.closedWith()).isEmpty();
    }

    @Test
    void binary_messages_are_garbage() {
        var lena = gateway.join(LENA);
        lena.saysInBinary(new byte[] {1, 2, 3});

        assertThat(lena.closedWith()).isEqualTo("4400 FRAME_MALFORMED");
    }

    @Test
    void a_message_has_a_size() {
        var lena = gateway.join(LENA);
        lena.says("x".repeat(65_537));

        assertThat(lena.heard("error").getFirst().path("payload").path("code").asString())
                .isEqualTo("FRAME_TOO_LARGE");
        assertThat(lena.closedWith()).isEqualTo("4413 FRAME_TOO_LARGE");
    }

    @Test
    void frames_have_a_pace() {
        var lena = gateway.join(LENA);
        for (var i = 0; i < 399; i++) lena.says("level", "{\"level\":0.5,\"speaking\":true}");
        assertThat(lena.closedWith()).isEmpty();
        lena.says("level", "{\"level\":0.5,\"speaking\":true}");

        assertThat(lena.closedWith()).isEqualTo("4429 TOO_MANY_FRAMES");
    }

    @Test
    void a_steady_pace_goes_on_forever() {
        var lena = gateway.join(LENA);
        for (var i = 0; i < 2_000; i++) {
            lena.says("level", "{\"level\":0.5,\"speaking\":true}");
            gateway.passes(Duration.ofMillis(5));
        }

        assertThat(lena.closedWith()).isEmpty();
    }

    @Test
    void whoever_reads_too_slowly_is_let_go_and_the_others_are_not_held_up() {
        var gus = gateway.join(GUS);
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.stopsReading();
        for (var i = 0; i < 300; i++) alice.says("chat", "{\"text\":\"line\"}");

        assertThat(gus.heard("chat")).hasSize(300);
        assertThat(gus.heard("left").getFirst().path("payload").path("reason").asString())
                .isEqualTo("too-slow");
        gateway.passes(Duration.ofSeconds(3));
        assertThat(lena.isOver()).isTrue();
    }

    @Test
    void a_slow_reader_loses_levels_before_anything_else() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.stopsReading();
        alice.says("media", "{\"audio\":true,\"video\":false}");
        for (var i = 0; i < 300; i++) {
            alice.says("level", "{\"level\":0.5,\"speaking\":true}");
            gateway.passes(Duration.ofMillis(70));
        }
        lena.readsAgain();

        assertThat(lena.closedWith()).isEmpty();
        assertThat(lena.heard("level")).hasSizeLessThan(10);
    }
}
