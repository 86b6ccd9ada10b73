package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.parley.signaling.room.Attendee;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nobody takes all the places, and nobody says more than their share. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrowdedSocketTest {
    private static final String SDP =
            "v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\na=fingerprint:sha-256 " + "AB:".repeat(31) + "AB\\r\\n";

    private @Nullable GatewayOnAPort open;

    @AfterEach
    void close() {
        if (open != null) open.close();
    }

    @Test
    void one_address_has_so_many_connections_and_no_more_until_one_ends() {
        var gateway = with("connections.address=2");
        try (var _ = gateway.join(ALICE);
                var gus = gateway.join(GUS)) {
            assertThat(refusedUpgrade(gateway)).isEqualTo(429);
            gus.vanishes();
            await().until(() -> canConnect(gateway));
        }
    }

    @Test
    void a_full_server_says_so_before_the_upgrade() {
        var gateway = with("connections.node=1");
        try (var _ = gateway.join(ALICE)) {
            assertThat(refusedUpgrade(gateway)).isEqualTo(503);
        }
    }

    @Test
    void one_person_has_so_many_connections_in_whatever_meetings() {
        var gateway = with("connections.user=1");
        try (var _ = gateway.join(LENA);
                var other = knocking(gateway, LENA)) {
            assertThat(other.closedWith()).isEqualTo("4429 TOO_MANY_CONNECTIONS");
        }
        await().until(() -> isLetIn(gateway, LENA));
    }

    @Test
    void one_organisation_has_so_many_connections() {
        var gateway = with("connections.tenant=2");
        try (var _ = gateway.join(ALICE);
                var _ = gateway.join(LENA);
                var gus = knocking(gateway, GUS)) {
            assertThat(gus.closedWith()).isEqualTo("4429 TOO_MANY_CONNECTIONS");
        }
    }

    @Test
    void offers_have_a_pace_of_their_own() {
        var gateway = with("connection.offers-per-second=1", "connection.offers-at-once=3");
        assertPutOutFor(gateway, "offer", "{\"sdp\":\"" + SDP + "\",\"epoch\":1}", "answer", "4429 TOO_MANY_OFFERS");
    }

    @Test
    void candidates_have_a_pace_of_their_own() {
        var gateway = with("connection.candidates-per-second=1", "connection.candidates-at-once=3");
        assertPutOutFor(
                gateway, "candidate", "{\"candidate\":null,\"epoch\":1}", "candidate", "4429 TOO_MANY_CANDIDATES");
    }

    @Test
    void whoever_does_not_join_in_time_is_put_out() {
        var gateway = with("connection.join-within=200ms");
        try (var nobody = connect(gateway)) {
            assertThat(nobody.closedWith()).isEqualTo("4400 JOIN_EXPECTED");
        }
    }

    @Test
    void whoever_connects_and_asks_for_nothing_is_cut_off() throws IOException {
        var gateway = with("connection.upgrade-within=200ms");
        try (var line = new Socket("127.0.0.1", gateway.address().getPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write("GET /signal HTTP/1.1\r\nHost: slow".getBytes());

            assertThat(line.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoever_is_put_out_may_finish_speaking_so_that_nothing_they_were_told_is_lost() throws Exception {
        try (var line = putOutFrom(with("connection.close-within=20s"))) {
            for (var i = 0; i < 50; i++) say("and another thing", line);
        }
    }

    @Test
    void whoever_goes_on_speaking_for_too_long_is_cut_off() throws Exception {
        try (var line = putOutFrom(with("connection.close-within=200ms"))) {
            assertThatThrownBy(() -> {
                        for (var i = 0; i < 2_000; i++) say("and another thing", line);
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    /** Has read all to the end, and not closed. */
    private static RawLine putOutFrom(GatewayOnAPort gateway) throws Exception {
        var line = RawLine.to(gateway).upgradesAndSays();
        line.hearsUntil("\r\n\r\n");
        say("no frame", line);
        assertThat(line.hearsToTheEnd()).endsWith("FRAME_MALFORMED");
        return line;
    }

    /** The answer to what was said before has time to arrive. */
    private static void say(String text, RawLine line) throws Exception {
        line.says(text);
        Thread.sleep(10);
    }

    private static void assertPutOutFor(
            GatewayOnAPort gateway, String type, String payload, String other, String closedWith) {
        try (var alice = gateway.join(ALICE);
                var lena = gateway.join(LENA)) {
            for (var i = 0; i < 2; i++) lena.saysTo(ALICE.id().toString(), type, payload);
            for (var i = 0; i < 2; i++) lena.saysTo(ALICE.id().toString(), other, payload);

            assertThat(lena.closedWith()).isEqualTo(closedWith);
            assertThat(alice.hears("left").at("/payload/reason").asString()).isEqualTo("rules-broken");
        }
    }

    private static SocketClient connect(GatewayOnAPort gateway) {
        return SocketClient.connect(
                gateway.address(), "http://" + gateway.address().getAuthority());
    }

    private static SocketClient knocking(GatewayOnAPort gateway, Attendee who) {
        var client = connect(gateway);
        client.says("join", "{\"ticket\":\"" + gateway.ticket(who) + "\"}");
        return client;
    }

    private static boolean isLetIn(GatewayOnAPort gateway, Attendee who) {
        try (var client = knocking(gateway, who)) {
            await().until(() -> !client.heard().isEmpty());
            return client.heard("error").isEmpty();
        }
    }

    private static boolean canConnect(GatewayOnAPort gateway) {
        try (var _ = connect(gateway)) {
            return true;
        } catch (RuntimeException full) {
            return false;
        }
    }

    private static int refusedUpgrade(GatewayOnAPort gateway) {
        var refused = catchThrowable(() -> connect(gateway));
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private GatewayOnAPort with(String... changes) {
        Map<String, Object> settings = new HashMap<>();
        for (var change : changes) settings.put("parley.signaling." + change.split("=")[0], change.split("=")[1]);
        open = new GatewayOnAPort(settings);
        return open;
    }
}
