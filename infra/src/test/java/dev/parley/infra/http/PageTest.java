package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import smallhouse.Edge;

/** The page of these tests is a document and one asset in the test resources. */
@SpringBootTest(
        classes = Edge.class,
        properties = "parley.http.page=test-page/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agenda",
                "/meetings/0199c8e2-5a3b-7c4d-8e9f-0123456789ab/room",
                "/join/AbC-_0123456789",
                "/leads",
                "/apiary",
                "/index.html"
            })
    void addresses_made_in_the_browser_are_answered_with_the_document(String address) {
        client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("the page of the tests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/nowhere",
                "/actuator/env",
                "/signal",
                "/openapi/x",
                "/docs/x",
                "/assets/gone.js",
                "/gone.png",
                "/assets",
                "/assets/../../../application.yml"
            })
    void interfaces_and_files_that_are_not_there_are_not_the_page(String address) {
        client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void the_page_is_only_ever_read() {
        client.post().uri("/agenda").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void assets_may_be_kept_for_ever() {
        client.get()
                .uri("/assets/app-1a2b3c.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void everything_is_guarded_by_headers() {
        for (var address : new String[] {"/", "/assets/app-1a2b3c.js", "/api/v1/nowhere"})
            client.get()
                    .uri(address)
                    .exchange()
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .value(
                            "Permissions-Policy",
                            value -> assertThat(value).contains("camera=(self)", "microphone=(self)"))
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            value -> assertThat(value)
                                    .contains(
                                            "script-src 'self';",
                                            "connect-src 'self' ws: wss:",
                                            "frame-ancestors 'none'")
                                    .doesNotContain("unsafe-eval"));
    }

    @Test
    void answers_of_the_interface_are_not_kept() {
        client.get().uri("/api/v1/actor").exchange().expectHeader().valueEquals("Cache-Control", "no-store");
    }

    @Test
    void constants_leave_in_lower_case() {
        client.get()
                .uri("/api/v1/actor")
                .exchange()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("ai");
    }
}
