package dev.parley.command.lead;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadCommand.ChangeLeadStatus;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadCommand.ReviseLeadContact;
import dev.parley.api.lead.LeadStatus;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadControllerTest {
    private final RecordedCommands recorded = new RecordedCommands().answering(ConfirmLead.class, lenasContact);
    private final Counter counter =
            Counter.of(new LeadController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Nested
    class Registering {
        @Test
        void leaves_the_client_with_what_it_needs_next() {
            counter.post("/leads", """
                            {"leadId":"%s","name":" Lena Lead ","email":"lena@acme.test","company":"Acme",
                             "phone":"+49 30 1234567","title":"Head of Operations"}""".formatted(lenasLead))
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("Location", "/api/v1/leads/" + lenasLead)
                    .expectHeader()
                    .valueEquals("ETag", "\"7\"")
                    .expectHeader()
                    .valueEquals("X-Parley-Position", "42")
                    .expectBody()
                    .json("{\"leadId\":\"%s\"}".formatted(lenasLead));
            assertThat(recorded.given()).containsExactly(new RegisterLead(lenasLead, alice, now, lenasContact));
        }

        @Test
        void names_the_lead_after_the_key_of_the_request() {
            register("a key");
            register("a key");
            register("another");
            var ids = recorded.given().stream()
                    .map(command -> ((RegisterLead) command).leadId())
                    .toList();
            assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        }

        private void register(String key) {
            counter.http()
                    .post()
                    .uri("/api/v1/leads")
                    .header("Idempotency-Key", key)
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"name\":\"Lena\",\"email\":\"lena@acme.test\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"email\":\"lena@acme.test\"}                                | MISSING            | name",
                    "{\"name\":\" \",\"email\":\"lena@acme.test\"}                 | MISSING            | name",
                    "{\"name\":\"Le\\u0000na\",\"email\":\"lena@acme.test\"}       | CONTROL_CHARACTERS | name",
                    "{\"name\":\"Le\\nna\",\"email\":\"lena@acme.test\"}           | CONTROL_CHARACTERS | name",
                    "{\"name\":\"Lena\"}                                           | MISSING            | email",
                    "{\"name\":\"Lena\",\"email\":\"lena@acme\"}                   | MALFORMED_EMAIL    | email",
                    "{\"name\":\"Lena\",\"email\":\"l@acme.test\",\"leadId\":\"1\"}| MALFORMED_ID       | leadId"
                })
        void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
            refused(counter.post("/leads", body), 400, code, field);
            assertThat(recorded.given()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"name,201", "company,201", "title,201", "phone,41"})
        void refuses_what_is_too_long_and_says_where(String field, int length) {
            var body = "{\"name\":\"Lena\",\"email\":\"lena@acme.test\",\"%s\":\"%s\"}"
                    .formatted(field, "x".repeat(length));
            refused(counter.post("/leads", body), 400, "TOO_LONG", field);
        }
    }

    @Nested
    class Revising {
        @Test
        void keeps_what_is_absent_and_forgets_what_is_empty() {
            counter.patch("/leads/" + lenasLead, "\"3\"", "{\"email\":\"lena@home.test\",\"phone\":\"\"}")
                    .expectStatus()
                    .isNoContent()
                    .expectHeader()
                    .valueEquals("ETag", "\"7\"");
            var contact = new Contact("Lena Lead", "lena@home.test", "Acme", "", "Head of Operations");
            assertThat(recorded.given())
                    .containsExactly(
                            new ConfirmLead(lenasLead, alice, now),
                            new ReviseLeadContact(lenasLead, alice, now, contact));
            assertThat(recorded.expectedVersion()).isEqualTo(3L);
        }

        @Test
        void refuses_a_name_that_is_empty() {
            refused(counter.patch("/leads/" + lenasLead, "*", "{\"name\":\"\"}"), 400, "MISSING", "name");
        }

        @Test
        void needs_to_know_what_the_client_saw() {
            refused(
                    counter.http()
                            .patch()
                            .uri("/api/v1/leads/" + lenasLead)
                            .header("Content-Type", "application/json")
                            .bodyValue("{\"phone\":\"1\"}")
                            .exchange(),
                    428,
                    "IF_MATCH_NEEDED",
                    "If-Match");
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void refuses_what_is_no_id() {
            refused(counter.patch("/leads/lena", "*", "{}"), 400, "MALFORMED_ID", "leadId");
        }
    }

    @Nested
    class Deciding {
        @Test
        void is_passed_on_with_the_reason() {
            counter.post("/leads/" + lenasLead + "/status", "{\"status\":\"qualified\",\"reason\":\"great talk\"}")
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given())
                    .containsExactly(new ChangeLeadStatus(lenasLead, alice, now, LeadStatus.QUALIFIED, "great talk"));
        }

        @Test
        void needs_no_reason() {
            counter.post("/leads/" + lenasLead + "/status", "{\"status\":\"nurture\"}")
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given())
                    .isEqualTo(List.of(new ChangeLeadStatus(lenasLead, alice, now, LeadStatus.NURTURE, "")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}                                        | MISSING            | status",
                    "{\"status\":\"QUALIFIED\"}                | MALFORMED_CHOICE   | status",
                    "{\"status\":\"new\",\"reason\":\"a\\u0007\"}  | CONTROL_CHARACTERS | reason"
                })
        void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
            refused(counter.post("/leads/" + lenasLead + "/status", body), 400, code, field);
        }
    }
}
