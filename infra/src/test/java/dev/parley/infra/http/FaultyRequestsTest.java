package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.MeetingRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ResponseStatusException;
import smallhouse.Edge;
import smallhouse.FaultyController;

/** What is wrong with a request before anybody has decided anything. */
@SpringBootTest(
        classes = Edge.class,
        properties = "parley.http.page=test-page/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultyRequestsTest {
    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Nested
    class Plain_statuses {

        @Test
        void may_bring_a_code_as_their_reason() {
            answerTo(new ResponseStatusException(PRECONDITION_REQUIRED, "SAY_PLEASE"))
                    .expectStatus()
                    .isEqualTo(428)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("SAY_PLEASE");
        }

        @Test
        void never_repeat_a_reason_that_is_no_code() {
            answerTo(new ResponseStatusException(BAD_REQUEST, "you sent <script>"))
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("MALFORMED_REQUEST")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).doesNotContain("script"));
        }

        @Test
        void an_unknown_address_is_not_found() {
            client.get()
                    .uri("/api/v1/nowhere")
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NOT_FOUND")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).doesNotContain("nowhere"));
        }

        @Test
        void a_wrong_method_names_the_right_one() {
            client.delete()
                    .uri("/api/v1/things")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405)
                    .expectHeader()
                    .valueEquals("Allow", "POST")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("METHOD_NOT_ALLOWED");
        }

        @Test
        void a_wrong_media_type_is_refused() {
            client.post()
                    .uri("/api/v1/things")
                    .contentType(MediaType.TEXT_PLAIN)
                    .bodyValue("title: x")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(415)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void an_error_is_heard_whatever_format_was_wanted() {
            FaultyController.fault = () -> new Refused(MeetingRefusal.MEETING_UNKNOWN);
            client.get()
                    .uri("/api/v1/meetings/m/fault")
                    .header("Accept", "text/vtt")
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Nested
    class Parameters {

        @Test
        void are_read_when_they_are_right() {
            typed("0199c8e2-5a3b-7c4d-8e9f-0123456789ab", "2026-01-01T00:00:00Z", "3", "*")
                    .expectStatus()
                    .isOk();
        }

        @Test
        void that_are_no_id_are_named() {
            expect(typed("no-id", "2026-01-01T00:00:00Z", "3", "*"), 400, ShapeRefusal.MALFORMED_ID, "meeting");
        }

        @Test
        void that_are_no_time_are_named() {
            expect(typed(ID, "yesterday", "3", "*"), 400, ShapeRefusal.MALFORMED_TIME, "from");
        }

        @Test
        void that_are_no_number_are_named() {
            expect(typed(ID, "2026-01-01T00:00:00Z", "many", "*"), 400, ShapeRefusal.MALFORMED_NUMBER, "limit");
        }

        @Test
        void that_are_missing_are_named() {
            var answer = client.get()
                    .uri("/api/v1/typed/{id}?limit=3", ID)
                    .header("If-Match", "*")
                    .exchange();
            expect(answer, 400, ShapeRefusal.MISSING, "from");
        }

        @Test
        void a_change_without_the_version_it_saw_is_428() {
            client.get()
                    .uri("/api/v1/typed/{id}?from=2026-01-01T00:00:00Z&limit=3", ID)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(428)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("IF_MATCH_NEEDED");
        }

        private static final String ID = "0199c8e2-5a3b-7c4d-8e9f-0123456789ab";

        private WebTestClient.ResponseSpec typed(String id, String from, String limit, String version) {
            return client.get()
                    .uri("/api/v1/typed/{id}?from={from}&limit={limit}", id, from, limit)
                    .header("If-Match", version)
                    .exchange();
        }

        private static void expect(WebTestClient.ResponseSpec answer, int status, Refusal code, String field) {
            answer.expectStatus()
                    .isEqualTo(status)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(code.name())
                    .jsonPath("$.field")
                    .isEqualTo(field);
        }
    }

    private WebTestClient.ResponseSpec answerTo(Throwable error) {
        FaultyController.fault = () -> error;
        return client.get().uri("/api/v1/meetings/m/fault").exchange();
    }
}
