package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
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
import smallhouse.Edge;
import smallhouse.FaultyController;

/** What goes wrong behind a controller, as a client is told it. */
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
                case TOO_MANY -> 429;
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

    private WebTestClient.ResponseSpec answerTo(Throwable error) {
        FaultyController.fault = () -> error;
        return client.get().uri("/api/v1/meetings/m/fault").exchange();
    }
}
