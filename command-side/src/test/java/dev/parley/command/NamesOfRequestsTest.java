package dev.parley.command;

import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Envelope;
import dev.parley.api.Recall;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.command.lead.AtTheLeadDesk;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesOfRequestsTest {
    private final RecordedCommands recorded = new RecordedCommands().answering(ConfirmLead.class, lenasContact);
    private final Counter counter = Counter.of(AtTheLeadDesk.with(recorded));

    @Test
    void lead_to_the_same_command_each_time() {
        var first = named("k1", "{\"status\":\"qualified\"}");
        assertThat(first).containsOnlyKeys(Envelope.COMMAND_ID, Envelope.REQUEST_HASH);
        assertThat(named("k1", "{ \"status\" : \"qualified\" }")).isEqualTo(first);
    }

    @Test
    void tell_what_was_asked_apart_but_not_by_which_name_the_command_goes() {
        var first = named("k1", "{\"status\":\"qualified\"}");
        var other = named("k1", "{\"status\":\"nurture\"}");
        assertThat(other.get(Envelope.COMMAND_ID)).isEqualTo(first.get(Envelope.COMMAND_ID));
        assertThat(other.get(Envelope.REQUEST_HASH)).isNotEqualTo(first.get(Envelope.REQUEST_HASH));
    }

    @Test
    void are_different_for_different_keys_and_not_needed() {
        var first = named("k1", "{\"status\":\"qualified\"}");
        assertThat(named("k2", "{\"status\":\"qualified\"}").get(Envelope.COMMAND_ID))
                .isNotEqualTo(first.get(Envelope.COMMAND_ID));
        counter.post("/leads/" + lenasLead + "/status", "{\"status\":\"qualified\"}");
        assertThat(recorded.name()).isEmpty();
    }

    @Test
    void are_asked_for_before_a_request_of_several_steps() {
        recorded.answering(Recall.class, 3L);
        counter.http()
                .patch()
                .uri("/api/v1/leads/" + lenasLead)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", "k1")
                .header("Content-Type", "application/json")
                .bodyValue("{\"company\":\"Acme\"}")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectHeader()
                .valueEquals("X-Parley-Position", "17");
        assertThat(recorded.given()).isEmpty();
    }

    private Map<String, Object> named(String key, String body) {
        ask(key, body).expectStatus().isNoContent();
        return recorded.name();
    }

    private ResponseSpec ask(String key, String body) {
        return counter.http()
                .post()
                .uri("/api/v1/leads/" + lenasLead + "/status")
                .header("If-Match", "*")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }
}
