package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.Inbound;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Faults on purpose look like those that happen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = gateway.join(ALICE);
    private final FakeSession lena = gateway.join(LENA);

    @Test
    void a_dropped_line_ends_without_a_word_and_comes_back_when_the_time_is_over() {
        lena.says("simulate", "{\"fault\":\"drop-signaling\",\"seconds\":5}");
        assertThat(lena.isOver()).isTrue();
        assertThat(lena.closedWith()).isEmpty();

        assertThat(gateway.resume(LENA, lena).closedWith()).isEqualTo("1013 NOT_STORED");
        gateway.passesFor(Duration.ofSeconds(5), alice);
        assertThat(alice.heard("left")).hasSize(1);
        assertThat(gateway.resume(LENA, lena).heardTypes()).contains("resumed");
        assertThat(alice.heard("joined")).hasSize(2);
    }

    @Test
    void dropped_media_are_connected_afresh_when_the_time_is_over() {
        alice.says("media", "{\"audio\":true,\"video\":false}");
        lena.says("media", "{\"audio\":true,\"video\":false}");
        lena.says("simulate", "{\"fault\":\"drop-media\",\"seconds\":5}");
        lena.saysTo(ALICE.id(), "candidate", "{\"candidate\":null,\"epoch\":1}");
        assertThat(lena.heard("error").getFirst().at("/payload/code").asString())
                .isEqualTo("PEER_NOT_PRESENT");

        gateway.passesFor(Duration.ofSeconds(5), alice, lena);

        assertThat(alice.heard("negotiate").getLast().at("/payload/epoch").asLong())
                .isEqualTo(2);
        assertThat(lena.heard("negotiate").getLast().at("/payload/epoch").asLong())
                .isEqualTo(2);
    }

    @Test
    void after_a_restart_everybody_is_welcome_again() {
        lena.says("simulate", "{\"fault\":\"restart\",\"seconds\":0}");

        assertThat(alice.heard("go-away").getFirst().at("/payload/reason").asString())
                .isEqualTo("simulated");
        assertThat(alice.closedWith()).isEqualTo("1001 GOING_AWAY");
        assertThat(gateway.resume(ALICE, alice).heardTypes())
                .contains("welcome")
                .doesNotContain("resumed");
    }

    @Test
    void elsewhere_than_in_development_there_are_no_such_frames() {
        var frame = "{\"v\":1,\"type\":\"simulate\",\"id\":3,\"payload\":{\"fault\":\"restart\",\"seconds\":0}}";

        assertThat(Codecs.codec().decode(frame)).isEqualTo(new Inbound.Unknown());
    }
}
