package dev.parley.command.transcript;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RedactSegment;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptControllerTest {
    private static final String path = "/meetings/" + discoveryCall + "/segments/" + segment(1) + "/correct";

    private final RecordedCommands recorded = new RecordedCommands();
    private final Counter counter =
            Counter.of(new TranscriptController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void passes_a_correction_on() {
        counter.post(path, "{\"text\":\"We need a fast machine.\",\"reason\":\"misheard\"}")
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("ETag", "\"7\"");
        assertThat(recorded.given())
                .containsExactly(new CorrectSegment(
                        discoveryCall, alice, now, segment(1), "We need a fast machine.", "misheard"));
    }

    @Test
    void passes_a_redaction_on() {
        counter.post(path.replace("/correct", "/redact"), "{\"reason\":\"not for the record\"}")
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("ETag", "\"7\"");
        assertThat(recorded.given())
                .containsExactly(new RedactSegment(discoveryCall, alice, now, segment(1), "not for the record"));
        refused(counter.post(path.replace("/correct", "/redact"), "{}"), 400, "MISSING", "reason");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reason\":\"misheard\"}                    | MISSING            | text",
                "{\"text\":\"a\\u0000b\",\"reason\":\"x\"}    | CONTROL_CHARACTERS | text",
                "{\"text\":\"ok\"}                            | MISSING            | reason",
                "{\"text\":\"ok\",\"reason\":\"a\\nb\"}       | CONTROL_CHARACTERS | reason"
            })
    void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
        refused(counter.post(path, body), 400, code, field);
    }

    @Test
    void refuses_what_is_no_id() {
        var body = "{\"text\":\"ok\",\"reason\":\"ok\"}";
        refused(
                counter.post("/meetings/1/segments/" + segment(1) + "/correct", body),
                400,
                "MALFORMED_ID",
                "meetingId");
        refused(
                counter.post("/meetings/" + discoveryCall + "/segments/1/correct", body),
                400,
                "MALFORMED_ID",
                "segmentId");
    }

    @Test
    void hears_the_client_s_key_and_needs_to_know_what_it_saw() {
        var body = "{\"text\":\"ok\",\"reason\":\"ok\"}";
        var request = counter.http()
                .post()
                .uri("/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k1");
        refused(request.bodyValue(body).exchange(), 428, "IF_MATCH_NEEDED", "If-Match");
        request.header("If-Match", "\"4\"")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("X-Parley-Position", "42");
        assertThat(recorded.name()).hasSize(2);
        assertThat(recorded.expectedVersion()).isEqualTo(4L);
    }
}
