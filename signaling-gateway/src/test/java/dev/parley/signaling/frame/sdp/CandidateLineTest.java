package dev.parley.signaling.frame.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CandidateLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate:3351175902 1 udp 2122194687 192.0.2.2 37153 typ host generation 0 ufrag gWBj network-id 1",
                "candidate:957625930 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0 network-id 1",
                "candidate:1 1 UDP 2122252543 4d7a2e0c-9e41-4c4b-8a7f-0b6d2b7a52c1.local 57842 typ host",
                "candidate:2 1 UDP 1686052863 2001:db8::17 57842 typ srflx raddr 0.0.0.0 rport 0",
                "candidate:3 2 udp 92217087 203.0.113.5 61022 typ relay raddr 203.0.113.5 rport 61022 network-cost 999"
            })
    void what_browsers_find_is_written_again_letter_by_letter(String line) {
        assertThat(CandidateLine.read(line).map(CandidateLine::write)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "candidate:",
                "a=candidate:1 1 udp 1 192.0.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2 9 typ",
                "candidate:1 1 udp 1 192.0.2.2 9 typ guest",
                "candidate:1 1 udp 1 192.0.2.2 9 type host",
                "candidate:1 1 sctp 1 192.0.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.256 9 typ host",
                "candidate:1 1 udp 1 192.0.2.007 9 typ host",
                "candidate:1 1 udp 1 192.0.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0..2 9 typ host",
                "candidate:1 1 udp 1 :: 9% typ host",
                "candidate:1 1 udp 1 fe80::1%eth/0 9 typ host",
                "candidate:1 1 udp 1 .local 9 typ host",
                "candidate:1 1 udp 1 intranet.example.org 9 typ host",
                "candidate:1 1 udp 1 a.b.local 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2 65536 typ host",
                "candidate:1 1 udp 99999999999 192.0.2.2 9 typ host",
                "candidate:# 1 udp 1 192.0.2.2 9 typ host",
                "candidate:1  1 udp 1 192.0.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host generation",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host raddr evil.example.org",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host tcptype whatever",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host x \r\na=crypto"
            })
    void anything_else_is_no_candidate(String line) {
        assertThat(CandidateLine.read(line)).isEmpty();
    }

    @Test
    void a_relay_need_not_say_for_whom_it_stands() {
        var relay =
                "candidate:3 1 udp 92217087 203.0.113.5 61022 typ relay raddr 198.51.100.17 rport 57842 generation 0";
        assertThat(CandidateLine.read(relay).map(found -> found.withoutOrigin().write()))
                .contains("candidate:3 1 udp 92217087 203.0.113.5 61022 typ relay raddr 0.0.0.0 rport 0 generation 0");
    }
}
