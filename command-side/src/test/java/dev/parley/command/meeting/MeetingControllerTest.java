package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingControllerTest {
    private static final String path = "/meetings/" + discoveryCall;

    private final RecordedCommands recorded = AtTheMeetingDesk.recorded();
    private final Counter counter = AtTheMeetingDesk.with(recorded);

    @Nested
    class Acting {
        @Test
        void passes_on_what_the_host_decides() {
            counter.post(path + "/cancel", "{\"reason\":\"ill\"}")
                    .expectStatus()
                    .isNoContent();
            counter.post(path + "/start", "").expectStatus().isNoContent();
            counter.post(path + "/end", "{}").expectStatus().isNoContent();
            assertThat(recorded.given())
                    .containsExactly(
                            new CancelMeeting(discoveryCall, alice, now, "ill"),
                            new StartMeeting(discoveryCall, alice, now),
                            new EndMeeting(discoveryCall, alice, now, ""));
        }

        @Test
        void needs_no_body_where_there_is_nothing_to_say() {
            counter.http()
                    .post()
                    .uri("/api/v1" + path + "/cancel")
                    .header("If-Match", "*")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, alice, now, ""));
        }

        @Test
        void refuses_a_reason_that_is_a_novel() {
            var body = "{\"reason\":\"" + "x".repeat(1_001) + "\"}";
            refused(counter.post(path + "/cancel", body), 400, "TOO_LONG", "reason");
            refused(counter.post(path + "/end", body), 400, "TOO_LONG", "reason");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/cancel", "/start", "/end", "/invitees"})
        void needs_to_know_what_the_client_saw(String tail) {
            var answer = counter.http()
                    .post()
                    .uri("/api/v1" + path + tail)
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"name\":\"Gus\",\"email\":\"gus@acme.test\"}")
                    .exchange();
            refused(answer, 428, "IF_MATCH_NEEDED", "If-Match");
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void refuses_what_is_no_id() {
            refused(counter.post("/meetings/one/start", ""), 400, "MALFORMED_ID", "meetingId");
        }
    }

    @Nested
    class Inviting {
        @Test
        void names_the_guest() {
            counter.post(path + "/invitees", "{\"name\":\"Gus Guest\",\"email\":\"gus@acme.test\"}")
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("Location", "/api/v1" + path + "/invitees/" + gus.participantId())
                    .expectBody()
                    .json("{\"participantId\":\"%s\"}".formatted(gus.participantId()));
            assertThat(recorded.given()).containsExactly(new AddInvitee(discoveryCall, alice, now, gus));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"email\":\"gus@acme.test\"}              | MISSING         | name",
                    "{\"name\":\"Gus\"}                         | MISSING         | email",
                    "{\"name\":\"Gus\",\"email\":\"gus@\"}      | MALFORMED_EMAIL | email"
                })
        void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
            refused(counter.post(path + "/invitees", body), 400, code, field);
        }

        @Test
        void can_be_undone() {
            uninvite(gus.participantId().toString()).expectStatus().isNoContent();
            assertThat(recorded.given())
                    .containsExactly(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()));
            refused(uninvite("gus"), 400, "MALFORMED_ID", "participantId");
        }

        private ResponseSpec uninvite(String participant) {
            return counter.http()
                    .delete()
                    .uri("/api/v1" + path + "/invitees/" + participant)
                    .header("If-Match", "*")
                    .exchange();
        }
    }
}
