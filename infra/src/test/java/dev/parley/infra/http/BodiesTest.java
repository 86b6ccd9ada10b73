package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import smallhouse.Edge;

@SpringBootTest(
        classes = Edge.class,
        properties = "parley.http.page=test-page/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class BodiesTest {
    /** Turns up in the inputs below and must not turn up in any answer. */
    private static final String INPUT = "zonk";

    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @Test
    void are_read_in_the_wire_format() {
        post("""
                {"title":"Call","count":3,"type":"yes-no","mandatory":true,"nested":{"a":{"title":"b"}}}""").expectStatus().isOk().expectBody().jsonPath("$.type").isEqualTo("yes-no");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{\"title\":{\"zonk\":1}}", "title"),
                Arguments.of("{\"title\":12345}", "title"),
                Arguments.of("{\"title\":true}", "title"),
                Arguments.of("{\"count\":\"zonk\"}", "count"),
                Arguments.of("{\"count\":\"3\"}", "count"),
                Arguments.of("{\"count\":3.7}", "count"),
                Arguments.of("{\"count\":1e400}", "count"),
                Arguments.of("{\"count\":9223372036854775808}", "count"),
                Arguments.of("{\"mandatory\":\"true\"}", "mandatory"),
                Arguments.of("{\"mandatory\":1}", "mandatory"),
                Arguments.of("{\"type\":\"zonk\"}", "type"),
                Arguments.of("{\"type\":2}", "type"),
                Arguments.of("{\"type\":\"YES_NO\"}", "type"),
                Arguments.of("{\"invitees\":\"zonk\"}", "invitees"),
                Arguments.of("{\"invitees\":[{\"name\":[]}]}", "invitees[0].name"),
                Arguments.of("{\"nested\":{\"a\":{\"count\":\"x\"}}}", "nested.a.count"),
                Arguments.of("{\"nested\":{\"<zonk>\":{\"count\":\"x\"}}}", "nested"),
                Arguments.of("{\"tenantId\":\"zonk\"}", "tenantId"),
                Arguments.of("{\"__proto__ zonk\":1}", null),
                Arguments.of("{\"title\":\"a\",\"title\":\"zonk\"}", null),
                Arguments.of("{\"title\":\"zonk\"} {}", null),
                Arguments.of("{\"title\":\"zonk\"", null),
                Arguments.of("{'title':'zonk'}", null),
                Arguments.of("{\"title\":zonk}", null),
                Arguments.of("{\"count\":NaN}", null),
                Arguments.of("[\"zonk\"]", null),
                Arguments.of("\"zonk\"", null),
                Arguments.of("null", null),
                Arguments.of("", null),
                Arguments.of("{\"count\":0." + "3".repeat(60) + "}", null),
                Arguments.of("{\"nested\":".repeat(40) + "null" + "}".repeat(40), null),
                Arguments.of("[".repeat(10_000), null));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void with_a_mistake_are_refused_by_its_place_and_never_repeated(String body, String field) {
        var answer = post(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_BODY");
        if (field == null) answer.jsonPath("$.field").doesNotExist();
        else answer.jsonPath("$.field").isEqualTo(field);
        assertThat(new String(answer.returnResult().getResponseBody())).doesNotContain(INPUT);
    }

    @Test
    void whose_parts_refuse_themselves_name_the_part_by_its_path() {
        post("""
                {"invitees":[{"participantId":"0199c8e2-5a3b-7c4d-8e9f-0123456789ab","name":"Gus",
                  "email":"zonk","role":"guest"}]}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_EMAIL")
                .jsonPath("$.field")
                .isEqualTo("invitees[0].email");
    }

    @Test
    void that_are_not_utf8_are_refused() {
        client.post()
                .uri("/api/v1/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'})
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void that_announce_too_much_are_refused() {
        post("{\"title\":\"" + "x".repeat(70_000) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void that_grow_too_large_without_saying_so_are_refused_and_break_no_connection(CapturedOutput output) {
        var chunks = Flux.just("{\"title\":\"").concatWith(Flux.range(0, 70).map(_ -> "x".repeat(1_000)));
        client.post()
                .uri("/api/v1/things")
                .contentType(MediaType.APPLICATION_JSON)
                .body(chunks, String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_LARGE");
        post("{}").expectStatus().isOk();
        assertThat(output).doesNotContain("Exception");
    }

    @Test
    void just_below_the_limit_are_read() {
        post("{\"title\":\"" + "x".repeat(60_000) + "\"}").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/v1/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
