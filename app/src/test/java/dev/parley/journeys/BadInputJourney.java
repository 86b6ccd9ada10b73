package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.driver.ParleyApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final JsonMapper JSON = JsonMapper.shared();
    static final List<Object> JUNK = List.of(
            "",
            "   ",
            "\u200b",
            "a\u0000b",
            "a\r\nBcc: x@y.test",
            "\u202eevil",
            "x".repeat(20_000),
            "${jndi:ldap://x}",
            "<img src=x onerror=alert(1)>",
            "'; drop table event_log; --",
            -1,
            0,
            1e300,
            true,
            List.of(),
            List.of("x"),
            Map.of("a", 1),
            "2026-13-45T99:99",
            "Mars/Phobos",
            "+02:00");

    private ParleyApi api;
    private HttpClient http;
    private String token;
    private String leadId;

    @BeforeEach
    void signIn() throws Exception {
        api = app.signedInAs("sales@demo.test");
        http = HttpClient.newHttpClient();
        token = JSON.readTree(send("POST", "/session", "{\"user\":\"sales@demo.test\"}")
                        .body())
                .path("token")
                .asString();
        leadId = api.post("/leads", Map.of("name", "Lena Lead", "email", "lena@lead.test"))
                .path("leadId")
                .asString();
    }

    @AfterEach
    void signOut() {
        api.close();
        http.close();
    }

    record Case(String path, String field, Map<String, Object> body) {
        @Override
        public String toString() {
            return path + " " + field;
        }
    }

    static Stream<Case> fields() {
        var lead = Map.<String, Object>of(
                "name",
                "Lena",
                "email",
                "lena@lead.test",
                "company",
                "Acme",
                "phone",
                "+49 30 1",
                "title",
                "CEO",
                "leadId",
                "");
        var set = Map.<String, Object>of(
                "title", "Set", "category", "sales", "questions", List.of(), "questionSetId", "");
        var meeting = new HashMap<String, Object>(Map.of(
                "title",
                "Call",
                "leadId",
                "LEAD",
                "localStart",
                LocalDateTime.now().plusDays(3).withNano(0).toString(),
                "zone",
                "Europe/Berlin",
                "durationMinutes",
                30,
                "meetingType",
                "discovery",
                "interviewer",
                "human",
                "reminders",
                List.of(),
                "invitees",
                List.of(),
                "questionSetId",
                ""));
        meeting.put("meetingId", "");
        return Stream.of(cases("/leads", lead), cases("/question-sets", set), cases("/meetings", meeting))
                .flatMap(c -> c);
    }

    private static Stream<Case> cases(String path, Map<String, Object> body) {
        return body.keySet().stream().sorted().map(field -> new Case(path, field, body));
    }

    /** Whatever stands in a field: accepted, or refused with a code; never a fault, never an answer without a code. */
    @ParameterizedTest
    @MethodSource("fields")
    void any_junk_in_any_field_gets_a_clear_answer(Case bad) throws Exception {
        for (var junk : JUNK) {
            var body = new HashMap<>(bad.body());
            body.replaceAll((name, value) -> "LEAD".equals(value) ? leadId : value);
            body.values().removeIf(""::equals);
            body.put(bad.field(), junk);
            var answer = send("POST", bad.path(), JSON.writeValueAsString(body));
            assertThat(answer.statusCode())
                    .as(bad + " = " + junk + ": " + answer.body())
                    .isLessThan(500);
            if (answer.statusCode() >= 400) assertIsProblem(answer);
        }
    }

    @Test
    void what_is_missing_or_wrong_is_named_by_its_field() throws Exception {
        assertRefused(meeting(Map.of("title", "")), "MISSING", "title");
        assertRefused(meeting(Map.of("zone", "Mars/Phobos")), "UNKNOWN_ZONE", "zone");
        assertRefused(meeting(Map.of("zone", "+02:00")), "NOT_A_REGION", "zone");
        assertRefused(meeting(Map.of("localStart", "2020-01-01T09:00")), "STARTS_IN_THE_PAST", "localStart");
        assertRefused(meeting(Map.of("durationMinutes", 0)), null, "durationMinutes");
        assertRefused(meeting(Map.of("durationMinutes", -30)), null, "durationMinutes");
        assertRefused(meeting(Map.of("leadId", "0199c8e2-5a3b-7c4d-8e9f-0123456789ab")), "LEAD_UNKNOWN", "leadId");
        assertRefused(
                meeting(Map.of("questionSetId", "0199c8e2-5a3b-7c4d-8e9f-0123456789ab")),
                "QUESTION_SET_UNKNOWN",
                "questionSetId");
        assertRefused(
                meeting(Map.of("invitees", List.of(Map.of("name", "Gus", "email", "a@b.test\r\nBcc: c@d.test")))),
                null,
                "invitees[0].email");
        assertRefused(meeting(Map.of("durationMinutes", "half an hour")), "MALFORMED_BODY", "durationMinutes");
    }

    @Test
    void a_refused_meeting_leaves_no_event_and_no_mail() throws Exception {
        var before = api.get("/deliveries").size();
        var agenda = api.get("/agenda").size();
        send("POST", "/meetings", meeting(Map.of("zone", "Mars/Phobos")));
        send("POST", "/meetings", meeting(Map.of("invitees", List.of(Map.of("name", "Gus", "email", "nowhere")))));
        send("POST", "/meetings", "{\"title\":");
        assertThat(api.get("/deliveries").size()).isEqualTo(before);
        assertThat(api.get("/agenda").size()).isEqualTo(agenda);
    }

    @Test
    void other_tenants_see_nothing_and_strangers_get_no_further_than_the_door() throws Exception {
        try (var other = app.signedInAs("sales@other.test")) {
            assertThat(other.get("/leads").toString()).doesNotContain(leadId);
            assertThat(status("GET", "/leads/" + leadId, tokenOf("sales@other.test")))
                    .isEqualTo(404);
        }
        assertThat(status("GET", "/leads", "")).isEqualTo(401);
        assertThat(status("GET", "/leads", "not.a.token")).isEqualTo(401);
        assertThat(status("POST", "/leads", tokenOf("auditor@demo.test"))).isEqualTo(403);
    }

    @Test
    void scheduling_the_same_slot_at_once_books_it_once() throws Exception {
        var start = LocalDateTime.now()
                .plusDays(9)
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString();
        var body = meeting(Map.of("localStart", start));
        var answers = Stream.generate(() ->
                        http.sendAsync(request("POST", "/meetings", body, token), HttpResponse.BodyHandlers.ofString()))
                .limit(50)
                .toList();
        var statuses =
                answers.stream().map(answer -> answer.join().statusCode()).toList();
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(49);
    }

    private String meeting(Map<String, Object> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "title",
                "Call",
                "leadId",
                leadId,
                "localStart",
                LocalDateTime.now().plusDays(5).withNano(0).toString(),
                "zone",
                "Europe/Berlin",
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of()));
        body.putAll(changes);
        return JSON.writeValueAsString(body);
    }

    private void assertRefused(String body, @Nullable String code, String field) throws Exception {
        var answer = send("POST", "/meetings", body);
        var problem = assertIsProblem(answer);
        if (code != null)
            assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.path("field").asString("")).as(answer.body()).isEqualTo(field);
    }

    private static JsonNode assertIsProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.body())
                .startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString("")).as(answer.body()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        return problem;
    }

    private int status(String method, String path, String bearer) throws Exception {
        return http.send(
                        request(method, path, "{\"name\":\"X\",\"email\":\"x@y.test\"}", bearer),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String tokenOf(String user) throws Exception {
        return JSON.readTree(send("POST", "/session", JSON.writeValueAsString(Map.of("user", user)))
                        .body())
                .path("token")
                .asString();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(request(method, path, body, token == null ? "" : token), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path, String body, String bearer) {
        var request = HttpRequest.newBuilder(app.parley().url().resolve("/api/v1" + path))
                .header("Content-Type", "application/json");
        if (!bearer.isEmpty()) request.header("Authorization", "Bearer " + bearer);
        return request.method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
