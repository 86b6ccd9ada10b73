package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What runs out during a long conversation is had anew without leaving it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime(
            "turn.urls=turn:turn.example.org:3478", "turn.secret=north", "connection.silent-for=9h");

    @Test
    void relays_credentials_are_fresh_each_time() {
        var lena = gateway.join(LENA);
        gateway.passesFor(Duration.ofMinutes(1), lena);
        lena.says("ice-servers", "{}");

        var before = lena.heard("welcome").getFirst().at("/payload/iceServers/0");
        var now = lena.heard("ice-servers").getFirst();
        assertThat(now.path("re").asLong()).isEqualTo(2);
        assertThat(now.at("/payload/iceTransportPolicy").asString()).isEqualTo("all");
        assertThat(until(now.at("/payload/iceServers/0/username").asString()))
                .isEqualTo(until(before.path("username").asString()) + 60);
        assertThat(before.path("username").asString()).endsWith(":" + LENA.id());
    }

    @Test
    void whoever_is_in_comes_back_with_a_ticket_of_the_rooms_although_the_login_is_gone() {
        var lena = gateway.join(LENA);
        lena.says("refresh", "{}");
        var spare = lena.heard("refreshed").getFirst().at("/payload/ticket").asString();
        lena.vanishes();
        gateway.passes(Duration.ofSeconds(50));

        var again = gateway.connect();
        again.says("join", "{\"ticket\":\"" + spare + "\"}");

        assertThat(again.heard("welcome")).hasSize(1);
    }

    @Test
    void but_not_for_ever() {
        var lena = gateway.join(LENA);
        gateway.passesFor(Duration.ofHours(2), lena);
        lena.says("refresh", "{}");
        assertThat(code(lena)).isEqualTo("LOGIN_TOO_OLD");

        lena.says("refresh", "{\"ticket\":\"" + gateway.ticket(LENA) + "\"}");

        assertThat(lena.heard("refreshed")).hasSize(1);
        assertThat(lena.closedWith()).isEmpty();
    }

    @Test
    void nobody_signs_in_by_the_ticket_of_somebody_else() {
        var lena = gateway.join(LENA);
        lena.says("refresh", "{\"ticket\":\"" + gateway.ticket(ALICE) + "\"}");

        assertThat(code(lena)).isEqualTo("TICKET_INVALID");
        assertThat(lena.heard("refreshed")).isEmpty();
        assertThat(lena.closedWith()).isEmpty();
    }

    private static String code(FakeSession session) {
        return session.heard("error").getLast().at("/payload/code").asString();
    }

    private static long until(String username) {
        return Long.parseLong(username.split(":")[0]);
    }
}
