package dev.parley.signaling.frame;

import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.ShapeRefusal.CONTROL_CHARACTERS;
import static dev.parley.api.ShapeRefusal.MALFORMED_CHOICE;
import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ShapeRefusal.MISSING;
import static dev.parley.api.ShapeRefusal.TOO_LONG;
import static dev.parley.signaling.frame.SignalRefusal.CANDIDATE_MALFORMED;
import static dev.parley.signaling.frame.SignalRefusal.FRAME_MALFORMED;
import static dev.parley.signaling.frame.SignalRefusal.SDP_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameCodecTest {
    private final FrameCodec codec = Codecs.codec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"v\":2,\"type\":\"leave\",\"id\":1,\"payload\":{}}",
                "{\"v\":1,\"type\":7,\"id\":1,\"payload\":{}}",
                "{\"v\":1,\"type\":\"leave\",\"payload\":{}}",
                "{\"v\":1,\"type\":\"leave\",\"id\":0,\"payload\":{}}",
                "{\"v\":1,\"type\":\"leave\",\"id\":1}",
                "{\"v\":1,\"type\":\"leave\",\"id\":1,\"payload\":[]}",
                "{\"v\":1,\"type\":\"leave\",\"id\":1,\"id\":2,\"payload\":{}}",
                "{\"v\":1,\"type\":\"leave\",\"id\":1,\"payload\":{}} {}",
                "{\"v\":1,\"type\":\"leave\",\"id\":1,\"payload\":{\"a\":[[[[[[[[]]]]]]]]}}"
            })
    void garbage_is_what_has_no_envelope(String message) {
        assertThat(codec.decode(message)).isEqualTo(new Inbound.Garbage(FRAME_MALFORMED));
    }

    @Test
    void types_of_the_future_are_counted_and_ignored() {
        assertThat(codec.decode(frame("wave", "{}"))).isEqualTo(new Inbound.Unknown());
        assertThat(codec.unknownTypes()).isEqualTo(1);
    }

    @Test
    void fields_of_the_future_are_ignored() {
        assertThat(codec.decode(frame("leave", "{\"mood\":\"fine\"}")))
                .isEqualTo(new Inbound.Said(7, new ClientFrame.Leave(), Optional.empty()));
    }

    @Test
    void a_field_of_the_wrong_shape_is_named_and_never_repeated() {
        assertRefused("level", "{\"level\":1.5,\"speaking\":true}", MALFORMED_NUMBER, "level");
        assertRefused("level", "{\"level\":0.5}", MISSING, "speaking");
        assertRefused("consent", "{\"given\":true,\"text\":\"a\\u0000b\"}", CONTROL_CHARACTERS, "text");
        assertRefused("chat", "{\"text\":\"" + "x".repeat(4_001) + "\"}", TOO_LONG, "text");
        assertRefused("segment", segment("interviewer"), MALFORMED_CHOICE, "source");
    }

    @Test
    void consent_can_be_taken_back_without_a_word() {
        assertThat(codec.decode(frame("consent", "{\"given\":false}")))
                .isEqualTo(new Inbound.Said(7, new ClientFrame.Consent(false, ""), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o=- 1 2 IN IP4 127.0.0.1\\r\\na=fingerprint:sha-256 AA",
                "v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\n",
                "v=0\\r\\ns=a=fingerprint:sha-256 AA\\r\\n"
            })
    void a_session_description_begins_like_one_and_has_a_fingerprint(String sdp) {
        var refused = (Inbound.Refused) codec.decode(frame("offer", "{\"sdp\":\"" + sdp + "\",\"epoch\":1}"));
        assertThat(refused.refusal()).isEqualTo(SDP_MALFORMED);
        assertThat(refused.field())
                .hasValueSatisfying(field -> assertThat(field).startsWith("sdp, line "));
    }

    @Test
    void a_session_description_goes_on_as_it_was_understood() {
        var sdp = "v=0\\no=- 1 2 IN IP4 127.0.0.1\\ns=-\\na=fingerprint:sha-256 " + "AB:".repeat(31) + "AB";
        var said = (Inbound.Said) codec.decode(frame("answer", "{\"sdp\":\"" + sdp + "\",\"epoch\":1}"));
        assertThat(((ClientFrame.Answer) said.frame()).sdp())
                .startsWith("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\n")
                .endsWith("AB\r\n");
    }

    @Test
    void a_candidate_is_one_or_none() {
        assertRefused(
                "candidate",
                "{\"candidate\":{\"candidate\":\"candidate:x\"},\"epoch\":1}",
                CANDIDATE_MALFORMED,
                "candidate");
        var endOfSection = (Inbound.Said)
                codec.decode(frame("candidate", "{\"candidate\":{\"candidate\":\"\",\"sdpMid\":\"0\"},\"epoch\":1}"));
        assertThat(((ClientFrame.Candidate) endOfSection.frame()).candidate())
                .contains(new IceCandidate("", Optional.of("0"), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_session_description_has_a_size() {
        var sdp = "v=0\\r\\na=fingerprint:x\\r\\na=" + "x".repeat(50_000);
        assertRefused("offer", "{\"sdp\":\"" + sdp + "\",\"epoch\":1}", TOO_LONG, "sdp");
    }

    @Test
    void whoever_the_client_claims_to_be_is_told_apart_from_what_it_says() {
        var claims = Optional.of(lenaInTheRoom.participantId());
        var byEnvelope = "{\"v\":1,\"type\":\"leave\",\"id\":7,\"from\":\"" + claims.get() + "\",\"payload\":{}}";
        var byPayload = frame("chat", "{\"text\":\"hello\",\"speaker\":\"" + claims.get() + "\"}");

        assertThat(codec.decode(byEnvelope)).isEqualTo(new Inbound.Said(7, new ClientFrame.Leave(), claims));
        assertThat(codec.decode(byPayload)).isEqualTo(new Inbound.Said(7, new ClientFrame.Chat("hello"), claims));
    }

    private void assertRefused(String type, String payload, Refusal refusal, String field) {
        assertThat(codec.decode(frame(type, payload))).isEqualTo(new Inbound.Refused(7, refusal, Optional.of(field)));
    }

    private static String segment(String source) {
        return "{\"segmentId\":\"0199c8e2-6000-7000-8000-000000000001\",\"revision\":1,\"final\":true,\"text\":\"hi\",\"source\":\""
                + source + "\"}";
    }

    private static String frame(String type, String payload) {
        return "{\"v\":1,\"type\":\"" + type + "\",\"id\":7,\"to\":\"" + lenaInTheRoom.participantId()
                + "\",\"payload\":" + payload + "}";
    }
}
