package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Through a real Reactor Netty, with real frames on a real connection. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalingSocketTest {
    private static final String SDP =
            "v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\na=fingerprint:sha-256 " + "AB:".repeat(31) + "AB\\r\\n";
    private static final String WAY = " 1 udp 1 192.0.2.7 9 typ host";

    private final GatewayOnAPort gateway = new GatewayOnAPort(Map.of(
            "parley.signaling.connection.frames-at-once", 100_000,
            "parley.signaling.connection.offers-at-once", 100_000));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void two_browsers_negotiate_in_order() {
        try (var alice = gateway.join(ALICE);
                var lena = gateway.join(LENA)) {
            alice.says("media", "{\"audio\":true,\"video\":true}");
            lena.says("media", "{\"audio\":true,\"video\":false}");
            var role = lena.hears("negotiate").path("payload");
            assertThat(role.path("polite").asBoolean()).isTrue();
            assertThat(alice.hears("negotiate").path("payload").path("polite").asBoolean())
                    .isFalse();

            alice.saysTo(LENA.id().toString(), "offer", description());
            for (var i = 0; i < 50; i++) alice.saysTo(LENA.id().toString(), "candidate", candidate(i));
            alice.saysTo(LENA.id().toString(), "candidate", "{\"candidate\":null,\"epoch\":1}");
            await().until(() -> lena.heard("candidate").size() == 51);
            lena.saysTo(ALICE.id().toString(), "answer", description());

            assertThat(alice.hears("answer").path("from").asString())
                    .isEqualTo(LENA.id().toString());
            assertThat(lena.hears("offer").path("from").asString())
                    .isEqualTo(ALICE.id().toString());
            assertThat(lena.heard("candidate"))
                    .extracting(
                            frame -> frame.at("/payload/candidate/candidate").asString("end"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 50)
                            .mapToObj(i -> i == 50 ? "end" : "candidate:" + i + WAY)
                            .toList());
        }
    }

    @Test
    void a_description_of_two_hundred_kilobytes_is_answered_and_the_room_goes_on() {
        assertPutOut(
                "{\"v\":1,\"type\":\"offer\",\"id\":9,\"payload\":{\"sdp\":\"" + "x".repeat(200_000) + "\"}}",
                "4413 FRAME_TOO_LARGE");
    }

    @Test
    void garbage_is_answered_and_the_room_goes_on() {
        assertPutOut("{\"v\":", "4400 FRAME_MALFORMED");
    }

    @Test
    void a_forged_sender_reaches_nobody() {
        try (var alice = gateway.join(ALICE);
                var lena = gateway.join(LENA)) {
            lena.says("{\"v\":1,\"type\":\"chat\",\"id\":9,\"from\":\"" + ALICE.id()
                    + "\",\"payload\":{\"text\":\"I am Alice\"}}");
            lena.says("chat", "{\"text\":\"I am Lena\"}");

            assertThat(lena.hears("error").at("/payload/code").asString()).isEqualTo("NOT_YOUR_WORDS");
            assertThat(alice.hears("chat").at("/payload/text").asString()).isEqualTo("I am Lena");
            assertThat(alice.heard("chat")).hasSize(1);
        }
    }

    @Test
    void a_reader_that_stopped_is_let_go_and_the_room_goes_on() {
        try (var alice = gateway.join(ALICE);
                var gus = gateway.join(GUS);
                var lena = gateway.join(LENA)) {
            alice.says("media", "{\"audio\":true,\"video\":true}");
            lena.says("media", "{\"audio\":true,\"video\":true}");
            lena.hears("negotiate");
            lena.stopsReading();
            var large = "{\"sdp\":\"" + SDP + ("a=" + "x".repeat(60) + "\\r\\n").repeat(600) + "\",\"epoch\":1}";
            for (var i = 0; i < 5_000 && alice.heard("left").isEmpty(); i++)
                alice.saysTo(LENA.id().toString(), "offer", large);

            assertThat(alice.hears("left").at("/payload/reason").asString()).isEqualTo("too-slow");
            alice.says("chat", "{\"text\":\"still here?\"}");
            assertThat(gus.hears("chat").at("/payload/text").asString()).isEqualTo("still here?");
        }
    }

    @Test
    void a_line_that_is_cut_is_noticed() {
        try (var alice = gateway.join(ALICE);
                var lena = gateway.join(LENA)) {
            lena.vanishes();

            assertThat(alice.hears("left").at("/payload/reason").asString()).isEqualTo("connection-lost");
        }
    }

    @Test
    void the_end_of_the_meeting_comes_before_the_close() {
        try (var lena = gateway.join(LENA)) {
            gateway.rooms().happened(aDiscoveryCall().ended());

            assertThat(lena.hears("ended").at("/payload/reason").asString()).isEqualTo("interview complete");
            assertThat(lena.closedWith()).isEqualTo("4410 MEETING_OVER");
        }
    }

    @Test
    void what_is_said_together_with_the_upgrade_request_is_heard_in_order() throws Exception {
        try (var alice = gateway.join(ALICE);
                var lena = RawLine.to(gateway)
                        .upgradesAndSays(
                                "{\"v\":1,\"type\":\"join\",\"id\":1,\"payload\":{\"ticket\":\"" + gateway.ticket(LENA)
                                        + "\"}}",
                                "{\"v\":1,\"type\":\"chat\",\"id\":2,\"payload\":{\"text\":\"in haste\"}}")) {
            assertThat(lena.hearsUntil("\"welcome\"")).contains("101 Switching Protocols", "\"welcome\"");
            assertThat(alice.hears("chat").at("/payload/text").asString()).isEqualTo("in haste");
        }
    }

    @Test
    void a_page_of_another_origin_does_not_get_in() {
        assertThatThrownBy(() -> SocketClient.connect(gateway.address(), "http://evil.test"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_client_that_asks_for_another_protocol_does_not_get_in() {
        assertThatThrownBy(() -> SocketClient.connect(
                        gateway.address(), "http://" + gateway.address().getAuthority(), "parley.v9"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private void assertPutOut(String message, String closedWith) {
        try (var alice = gateway.join(ALICE);
                var gus = gateway.join(GUS);
                var lena = gateway.join(LENA)) {
            lena.says(message);

            assertThat(lena.hears("error").at("/payload/code").asString())
                    .isEqualTo(closedWith.split(" ")[1]);
            assertThat(lena.closedWith()).isEqualTo(closedWith);
            assertThat(alice.hears("left").at("/payload/reason").asString()).isEqualTo("rules-broken");
            alice.says("chat", "{\"text\":\"we go on\"}");
            assertThat(gus.hears("chat").at("/payload/text").asString()).isEqualTo("we go on");
        }
    }

    private static String description() {
        return "{\"sdp\":\"" + SDP + "\",\"epoch\":1}";
    }

    private static String candidate(int number) {
        return "{\"candidate\":{\"candidate\":\"candidate:" + number + WAY + "\"},\"epoch\":1}";
    }
}
