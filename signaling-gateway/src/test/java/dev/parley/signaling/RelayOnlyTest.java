package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where people meet through relays only, nobody learns where somebody is, whatever a browser sends. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayOnlyTest {
    private static final String HOST = "candidate:1 1 udp 2 192.0.2.7 9000 typ host";
    private static final String NAMED = "candidate:1 1 udp 2 0a1b2c3d-4e5f.local 9000 typ host";
    private static final String RELAY = "candidate:3 1 udp 1 203.0.113.5 6000 typ relay raddr 192.0.2.7 rport 9000";
    private static final String SDP = String.join(
            "\\r\\n",
            "v=0",
            "o=- 1 2 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "m=audio 9000 UDP/TLS/RTP/SAVPF 111",
            "c=IN IP4 192.0.2.7",
            "a=" + HOST,
            "a=" + RELAY,
            "a=ice-ufrag:8hhY",
            "a=ice-pwd:asd88fgpdd777uzjYhagZg",
            "a=fingerprint:sha-256 " + "AB:".repeat(31) + "AB",
            "");

    @Test
    void only_relays_pass_and_say_not_for_whom_they_stand() {
        var alice = talking(new GatewayInVirtualTime(
                "turn.urls=turn:turn.example.org:3478", "turn.secret=north", "turn.relay-only=*"));

        assertThat(alice.heard("welcome")
                        .getFirst()
                        .at("/payload/iceTransportPolicy")
                        .asString())
                .isEqualTo("relay");
        assertThat(alice.heard().toString()).doesNotContain("192.0.2.7", ".local");
        assertThat(alice.heard("candidate"))
                .extracting(frame -> frame.at("/payload/candidate/candidate").asString("end"))
                .containsExactly("candidate:3 1 udp 1 203.0.113.5 6000 typ relay raddr 0.0.0.0 rport 0", "end");
        assertThat(alice.heard("offer").getFirst().at("/payload/sdp").asString())
                .contains("m=audio 9 ", "c=IN IP4 0.0.0.0", "203.0.113.5 6000 typ relay raddr 0.0.0.0 rport 0");
    }

    @Test
    void otherwise_all_pass_names_that_hide_addresses_too() {
        var alice = talking(new GatewayInVirtualTime());

        assertThat(alice.heard("candidate"))
                .extracting(frame -> frame.at("/payload/candidate/candidate").asString("end"))
                .containsExactly(HOST, NAMED, RELAY, "end");
        assertThat(alice.heard("offer").getFirst().at("/payload/sdp").asString())
                .isEqualTo(SDP.replace("\\r\\n", "\r\n"));
    }

    /** @return what Alice's browser hears while Lena's offers and finds its ways */
    private static FakeSession talking(GatewayInVirtualTime gateway) {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        alice.says("media", "{\"audio\":true,\"video\":false}");
        lena.says("media", "{\"audio\":true,\"video\":false}");
        lena.saysTo(ALICE.id(), "offer", "{\"sdp\":\"" + SDP + "\",\"epoch\":1}");
        for (var way : new String[] {HOST, NAMED, RELAY})
            lena.saysTo(ALICE.id(), "candidate", "{\"candidate\":{\"candidate\":\"" + way + "\"},\"epoch\":1}");
        lena.saysTo(ALICE.id(), "candidate", "{\"candidate\":null,\"epoch\":1}");
        return alice;
    }
}
