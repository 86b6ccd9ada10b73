package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.SignalRefusal.SDP_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.api.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What browsers say passes letter by letter, and nothing else does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionDescriptionTest {
    private static final SdpLimits limits = Fixtures.limits(Map.of());
    private static final String offer =
            Fixtures.named("chromium-156-data-offer.sdp").sdp();

    static List<Fixtures> browsers() {
        return Fixtures.all();
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void what_browsers_say_is_written_again_letter_by_letter(Fixtures said) {
        assertThat(rewritten(said.sdp())).isEqualTo(said.sdp());
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void the_ends_of_lines_are_made_those_of_the_rfc(Fixtures said) {
        assertThat(rewritten(said.sdp().replace("\r\n", "\n"))).isEqualTo(said.sdp());
        assertThat(rewritten(said.sdp().strip())).isEqualTo(said.sdp());
    }

    @Test
    void a_port_has_no_leading_zeros() {
        var media = "m=application 37153 ";
        assertThat(rewritten(offer.replace(media, "m=application 00009 ")))
                .isEqualTo(offer.replace(media, "m=application 9 "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=0                     | v=1                        | line 1: v=, o= and s= begin",
                "o=- 4689356941859285764 | o=- x                      | line 2: v=, o= and s= begin",
                "IN IP4 127.0.0.1        | IN IP4 evil.example.org    | line 2: v=, o= and s= begin",
                "t=0 0                   | k=clear:secret             | line 4: a line that does not belong here",
                "t=0 0                   | t=now                      | line 4: a line that does not belong here",
                "a=extmap-allow-mixed    | a=crypto:1 AES_CM_128 x    | line 6: keys in the open",
                "a=extmap-allow-mixed    | a=key-mgmt:mikey x         | line 6: keys in the open",
                "a=extmap-allow-mixed    | a=ünknown                  | line 6: not a line of text",
                "a=extmap-allow-mixed    | a=two words:x              | line 6: a malformed attribute",
                "m=application           | m=message                  | line 8: not media that browsers send",
                "m=application 37153     | m=application 99999        | line 8: not media that browsers send",
                "UDP/DTLS/SCTP           | RTP/SAVPF                  | line 8: media without DTLS",
                "typ host generation     | typ guest generation       | a malformed attribute",
                "192.0.2.7 37153         | evil.example.org 37153     | a malformed attribute",
                "a=ice-ufrag:gWBj        | a=ice-ufrag:g              | a malformed attribute",
                "a=ice-ufrag:gWBj        | a=nothing                  | no ice-ufrag",
                "a=ice-pwd:              | a=ice-pwd:short#           | a malformed attribute",
                "a=ice-options:trickle   | a=ice-ufrag:gWBj           | said twice",
                "a=fingerprint:sha-256   | a=x:sha-256                | no fingerprint",
                "a=fingerprint:sha-256   | a=fingerprint:md5          | a malformed attribute",
                "a=fingerprint:sha-256 D | a=fingerprint:sha-256 G    | a malformed attribute",
                "a=fingerprint:sha-256 D7: | a=fingerprint:sha-256 '' | a malformed attribute",
                "a=setup:actpass         | a=setup:whatever           | a malformed attribute",
                "a=sctp-port:5000        | a=sctp-port:99999          | a malformed attribute",
                "a=mid:0                 | x                          | not a line of text",
                "a=mid:0                 | i=hello                    | a line that does not belong here",
            })
    void whatever_else_is_refused_with_line_and_rule(String said, String instead, String rule) {
        assertThat(offer).contains(said);
        assertThat(refusal(offer.replaceFirst(said, instead), limits)).contains(rule);
    }

    @Test
    void control_characters_end_no_line_and_hide_nothing() {
        for (var hidden : List.of("\0", "\t", "\r", "\u202e", "\u2028", "\ud800"))
            assertThat(refusal(offer.replace("a=mid:0", "a=mid:0" + hidden + "x"), limits))
                    .contains("not a line of text");
    }

    @Test
    void two_sections_never_share_a_name() {
        var audio = Fixtures.named("firefox-av-offer.sdp").sdp();
        assertThat(refusal(audio.replace("a=mid:1", "a=mid:0"), limits)).contains("two sections of one name");
    }

    @Test
    void a_session_may_vouch_for_all_its_sections_and_one_without_a_port_needs_nobody() {
        var firefox = Fixtures.named("firefox-av-offer.sdp").sdp();
        assertThat(rewritten(firefox)).contains("m=application 0 ");
        assertThat(refusal(firefox.replace("m=application 0", "m=application 9"), limits))
                .contains("no ice-ufrag");
    }

    @Test
    void each_count_has_a_limit() {
        assertThat(refusal(offer, changed("lines", "10"))).contains("line 11: too many lines");
        assertThat(refusal(offer, changed("line", "60"))).contains("too long");
        assertThat(refusal(offer, changed("candidates", "3"))).contains("line 13: too many candidates");
        var two = Fixtures.named("chromium-156-av-offer.sdp").sdp();
        assertThat(refusal(two, changed("sections", "1"))).contains("too many sections");
    }

    @Test
    void nothing_is_no_description() {
        for (var little : List.of("", "v=0", "v=0\r\no=- 1 2 IN IP4 127.0.0.1"))
            assertThat(refusal(little, limits)).contains("v=, o= and s= begin");
        assertThat(refusal("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n", limits))
                .contains("no fingerprint");
    }

    @Test
    void through_relays_only_no_other_address_is_left_in_it() {
        var relayed = SessionDescription.read(
                        Fixtures.named("firefox-av-offer.sdp").sdp(), limits)
                .relayed()
                .write();

        assertThat(relayed.lines().filter(line -> line.startsWith("a=candidate:")))
                .containsExactly("a=candidate:3 1 UDP 92217087 203.0.113.5 61022 typ relay raddr 0.0.0.0 rport 0");
        assertThat(rewritten(relayed)).isEqualTo(relayed);
        var direct = SessionDescription.read(offer, limits).relayed().write();
        assertThat(direct).doesNotContain("192.0.2.7", "2001:db8").contains("m=application 9 UDP", "c=IN IP4 0.0.0.0");
    }

    private static SdpLimits changed(String limit, String to) {
        return Fixtures.limits(Map.of("sdp." + limit, to));
    }

    private static String rewritten(String sdp) {
        return SessionDescription.read(sdp, limits).write();
    }

    private static String refusal(String sdp, SdpLimits limits) {
        var refused = catchThrowableOfType(Refused.class, () -> SessionDescription.read(sdp, limits));
        assertThat(refused).isNotNull();
        assertThat(refused.refusal()).isEqualTo(SDP_MALFORMED);
        return refused.field().orElseThrow();
    }
}
