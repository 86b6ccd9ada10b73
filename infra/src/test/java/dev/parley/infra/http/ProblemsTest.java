package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingRefusal;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.server.ResponseStatusException;
import smallhouse.Edge;
import smallhouse.FaultyController;

@SpringBootTest(
        classes = Edge.class,
        properties = "parley.http.page=test-page/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @EnumSource(Refusal.Kind.class)
        void have_the_status_of_their_kind(Refusal.Kind kind) {
            var expected = switch (kind) {
                case MALFORMED -> 400;
                case FORBIDDEN -> 403;
                case UNKNOWN -> 404;
                case CONFLICT -> 409;
                case STALE -> 412;
                case UNACCEPTABLE -> 422;
                case TOO_LARGE -> 413;
                case UNCONDITIONAL -> 428;
                case UNAVAILABLE -> 503;
            };
            answerTo(new Refused(new OfKind(kind))).expectStatus().isEqualTo(expected);
        }

        @Test
        void say_code_text_and_field_as_problem_json() {
            answerTo(new Refused(CalendarRefusal.SLOT_TAKEN, "localStart"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .json("""
                            {"type":"urn:parley:problem:SLOT_TAKEN","title":"Conflict","status":409,
                             "detail":"The host already has a meeting at this time.","code":"SLOT_TAKEN",
                             "field":"localStart"}
                            """, org.springframework.test.json.JsonCompareMode.STRICT);
        }

        @Test
        void are_found_however_deep_the_bus_wrapped_them() {
            var refused = new Refused(MeetingRefusal.ALREADY_ENDED);
            answerTo(new CompletionException(new CommandExecutionException("remote", refused)))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("ALREADY_ENDED");
        }

        @Test
        void are_no_line_in_the_log(CapturedOutput output) {
            answerTo(new Refused(MeetingRefusal.ALREADY_ENDED));
            assertThat(output).doesNotContain("ALREADY_ENDED").doesNotContain("Refused");
        }

        record OfKind(Refusal.Kind kind) implements Refusal {
            @Override
            public String name() {
                return "SOME_CODE";
            }

            @Override
            public String text() {
                return "Some text.";
            }
        }
    }

    @Nested
    class The_log_and_the_database {

        static Stream<Arguments> faults() {
            return Stream.of(
                    Arguments.of(new ConflictingAggregateVersionException("id", 1, 2), 412, "VERSION_IS_STALE"),
                    Arguments.of(new ConcurrencyException("raced"), 409, "CHANGED_MEANWHILE"),
                    Arguments.of(new AggregateStreamCreationException("twice"), 409, "CHANGED_MEANWHILE"),
                    Arguments.of(new AggregateNotFoundException("id", "no"), 404, "MEETING_UNKNOWN"),
                    Arguments.of(new TimeoutException(), 503, "NO_ANSWER_IN_TIME"),
                    Arguments.of(new RejectedExecutionException("full"), 503, "UNAVAILABLE"),
                    Arguments.of(new DataAccessResourceFailureException("down"), 503, "UNAVAILABLE"),
                    Arguments.of(new CannotCreateTransactionException("down"), 503, "UNAVAILABLE"),
                    Arguments.of(new SQLTransientConnectionException("pool is empty"), 503, "UNAVAILABLE"),
                    Arguments.of(new R2dbcNonTransientResourceException("down"), 503, "UNAVAILABLE"),
                    Arguments.of(
                            new EventStoreException("append", new SQLException("gone", "57P01")), 503, "UNAVAILABLE"),
                    Arguments.of(new SQLException("disk full", "53100"), 503, "UNAVAILABLE"),
                    Arguments.of(new AuthenticationServiceException("no keys"), 503, "UNAVAILABLE"));
        }

        @ParameterizedTest
        @MethodSource("faults")
        void speak_in_codes(Throwable fault, int status, String code) {
            answerTo(new CompletionException(fault))
                    .expectStatus()
                    .isEqualTo(status)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(code);
        }

        @Test
        void say_when_to_come_back() {
            answerTo(new DataAccessResourceFailureException("down"))
                    .expectHeader()
                    .valueEquals("Retry-After", "1");
            answerTo(new Refused(RequestRefusal.VIEW_IS_BEHIND)).expectHeader().valueEquals("Retry-After", "1");
        }

        @Test
        void are_our_bug_when_the_statement_was_wrong() {
            answerTo(new SQLException("syntax error", "42601")).expectStatus().isEqualTo(500);
        }
    }

    @Nested
    class Bugs {

        @Test
        void show_nothing_of_themselves_but_an_incident(CapturedOutput output) {
            var body = answerTo(new IllegalStateException("secret detail"))
                    .expectStatus()
                    .isEqualTo(500)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("BROKEN")
                    .returnResult();
            var told = new String(body.getResponseBody());
            assertThat(told)
                    .doesNotContain("secret")
                    .doesNotContain("Exception")
                    .contains("incident");
            assertThat(output).contains("secret detail").contains("Broken: GET /api/v1/meetings/{meeting}/fault");
        }

        @Test
        void are_logged_once(CapturedOutput output) {
            answerTo(new IllegalStateException("just this once")).expectStatus().isEqualTo(500);
            assertThat(output.getAll().split("just this once", -1)).hasSize(2);
        }
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
