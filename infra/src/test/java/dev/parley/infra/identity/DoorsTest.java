package dev.parley.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import smallhouse.Gates;
import smallhouse.MovableClock;

@SpringBootTest(
        classes = Gates.class,
        properties = "parley.http.page=test-page/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {
    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("parley.home", () -> home.toString());
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/leads/1,             sales auditor crm admin",
        "GET,    /api/v1/agenda,              sales auditor crm admin",
        "GET,    /api/v1/live,                sales auditor crm admin",
        "GET,    /api/v1/transcripts/search,  sales auditor crm admin",
        "HEAD,   /api/v1/leads/1,             sales auditor crm admin",
        "GET,    /api/v1/audit/meetings/1/events, sales auditor admin",
        "GET,    /api/v1/demo/mailbox/x,      sales crm admin",
        "GET,    /api/v1/meetings/1/links,    sales admin",
        "POST,   /api/v1/meetings/1/tickets,  sales admin",
        "POST,   /api/v1/leads,               sales admin",
        "POST,   /api/v1/meetings,            sales admin",
        "PATCH,  /api/v1/leads/1,             sales admin",
        "PUT,    /api/v1/question-sets/1/order, sales admin",
        "DELETE, /api/v1/meetings/1/invitees/2, sales admin",
        "PUT,    /api/v1/crm/mapping,         crm admin",
        "GET,    /api/v1/crm/sync,            sales auditor crm admin",
        "GET,    /api/v1/operations/processors,   auditor admin",
        "POST,   /api/v1/operations/processors/view.agenda/rebuild, admin",
        "DELETE, /api/v1/operations/dead-letters/view.agenda/1, admin",
        "GET,    /actuator/env,               admin",
    })
    void open_for_these_roles_and_nobody_else(String method, String path, String roles) {
        for (var role : new String[] {"sales", "auditor", "crm", "admin"}) {
            var expected = roles.contains(role) ? 404 : 403;
            var status = client.method(HttpMethod.valueOf(method))
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(tokenOf(role + "@demo.test")))
                    .exchange()
                    .returnResult(Void.class)
                    .getStatus()
                    .value();
            assertThat(status).as("%s %s as %s", method, path, role).isEqualTo(expected);
        }
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/guest/abc",
        "POST, /api/v1/guest/abc/tickets",
        "GET,  /api/v1/calendar/abc.ics",
        "GET,  /api/v1/zones",
        "GET,  /api/v1/zones/offsets",
        "GET,  /actuator/health/liveness",
        "GET,  /signal",
        "GET,  /openapi",
        "GET,  /docs",
        "GET,  /assets/gone.js",
    })
    void are_open_to_everybody_even_with_an_outdated_token(String method, String path) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound();
        if (path.startsWith("/api") || path.equals("/signal"))
            client.method(HttpMethod.valueOf(method))
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth("outdated"))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
    }

    @Test
    void the_page_is_open() {
        client.get().uri("/agenda").exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE"})
    void are_closed_for_methods_that_nobody_uses(String method) {
        client.method(HttpMethod.valueOf(method))
                .uri("/api/v1/leads")
                .headers(headers -> headers.setBearerAuth(tokenOf("admin@demo.test")))
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void say_401_as_a_problem() {
        client.get()
                .uri("/api/v1/leads")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void say_403_as_a_problem() {
        client.post()
                .uri("/api/v1/leads")
                .headers(headers -> headers.setBearerAuth(tokenOf("auditor@demo.test")))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void tell_controllers_who_acts() {
        client.get()
                .uri("/api/v1/leads/who")
                .headers(headers -> headers.setBearerAuth(tokenOf("sales@demo.test")))
                .exchange()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("sales@demo.test")
                .jsonPath("$.name")
                .isEqualTo("Sam Sales")
                .jsonPath("$.kind")
                .isEqualTo("user")
                .jsonPath("$.tenant")
                .isEqualTo(DemoIdentities.DEMO.toString());
    }

    @Test
    void take_no_token_from_the_address() {
        client.get()
                .uri("/api/v1/leads/who?access_token={token}", tokenOf("sales@demo.test"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void take_no_token_that_is_outdated() {
        var token = tokenOf("sales@demo.test");
        var before = clock.instant();
        clock.pass(Duration.ofHours(13));
        try {
            who(token).expectStatus().isUnauthorized();
        } finally {
            clock.set(before);
        }
        who(token).expectStatus().isOk();
    }

    @Test
    void take_no_token_that_somebody_changed_or_signed_with_nothing() {
        var token = tokenOf("sales@demo.test");
        var parts = token.split("\\.");
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "."
                + parts[1] + ".";
        var changed = parts[0] + "." + parts[1].substring(0, parts[1].length() - 4) + "AAAA." + parts[2];
        who(unsigned).expectStatus().isUnauthorized();
        who(changed).expectStatus().isUnauthorized();
        who("rubbish").expectStatus().isUnauthorized();
    }

    @Test
    void have_nobody_behind_an_unknown_address() {
        signIn("nobody@demo.test")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("USER_UNKNOWN");
        signIn("no address").expectStatus().isBadRequest();
    }

    @Test
    void tell_people_who_they_are() {
        client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(tokenOf("crm@demo.test")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"actor":{"tenant":"%s","id":"crm@demo.test","kind":"user","name":"Chris Crm"},
                         "roles":["crm-admin"],"email":"crm@demo.test","demo":true}
                        """.formatted(DemoIdentities.DEMO), org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void keep_the_two_organisations_apart() {
        client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(tokenOf("sales@other.test")))
                .exchange()
                .expectBody()
                .jsonPath("$.actor.tenant")
                .isEqualTo(DemoIdentities.OTHER.toString());
        assertThat(DemoIdentities.OTHER).isNotEqualTo(DemoIdentities.DEMO);
    }

    private WebTestClient.ResponseSpec who(String token) {
        return client.get()
                .uri("/api/v1/leads/who")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private String tokenOf(String user) {
        var session = signIn(user)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(session.get("token"));
    }

    private WebTestClient.ResponseSpec signIn(String user) {
        return client.post()
                .uri("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("user", user))
                .exchange();
    }
}
