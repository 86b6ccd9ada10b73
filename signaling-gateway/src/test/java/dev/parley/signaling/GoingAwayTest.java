package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A server that is stopped says so before it closes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoingAwayTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime("room.notice-of-leaving=3s");
    private final GoingAway goingAway = new GoingAway(gateway.rooms, gateway.time);
    private final AtomicBoolean gone = new AtomicBoolean();

    @Test
    void everybody_hears_it_in_time_and_is_then_sent_elsewhere() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        goingAway.start();
        goingAway.stop(() -> gone.set(true));
        gateway.passes(Duration.ofSeconds(2));

        assertThat(lena.heard("go-away").getFirst().path("payload").toString())
                .isEqualTo("{\"reason\":\"restart\",\"inSeconds\":3}");
        assertThat(lena.closedWith()).isEmpty();
        assertThat(gone).isFalse();
        gateway.passes(Duration.ofSeconds(1));
        assertThat(lena.closedWith()).isEqualTo("1001 GOING_AWAY");
        assertThat(alice.closedWith()).isEqualTo("1001 GOING_AWAY");
        assertThat(gone).isTrue();
    }

    @Test
    void an_empty_house_is_left_at_once() {
        goingAway.start();
        goingAway.stop(() -> gone.set(true));
        gateway.passes(Duration.ZERO);

        assertThat(gone).isTrue();
        assertThat(goingAway.isRunning()).isFalse();
    }
}
