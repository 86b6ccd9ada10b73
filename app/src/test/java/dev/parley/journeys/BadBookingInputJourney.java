package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Rubbish in every field of what concerns a host's time: a clear no, never a fault, never an event. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadBookingInputJourney {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Object> HOSTILE = Stream.concat(
                    BadInputJourney.JUNK.stream(),
                    Stream.of(
                            "Etc/GMT+5",
                            "EST5EDT",
                            "../../etc/localtime",
                            "Europe/Berlin\r\nX: y",
                            "24:01",
                            "25:00",
                            "09:00:00",
                            "2026-02-30",
                            "0000-01-01",
                            "+999999999-12-31T00:00:00Z",
                            "2026-12-01T09:00:30Z",
                            Long.MAX_VALUE,
                            "http://169.254.169.254/latest",
                            "https://127.0.0.1/a.ics",
                            "file:///etc/passwd",
                            Collections.nCopies(5_000, Map.of("day", "monday", "from", "09:00", "to", "10:00"))))
            .toList();

    private static ParleyProcess parley;
    private static SalesDesk host;
    private static BookingPage page;

    @BeforeAll
    static void start() throws Exception {
        parley = ParleyProcess.started(
                Map.of("PARLEY_PUBLIC_PAGES_CHANGES", "100000", "PARLEY_PUBLIC_PAGES_READS", "100000"));
        host = new SalesDesk(parley.url());
        page = BookingPage.of(host, parley.url());
    }

    @AfterAll
    static void stop() throws Exception {
        page.close();
        parley.close();
    }

    record Case(String method, String path, String field, Map<String, Object> body) {
        @Override
        public String toString() {
            return method + " " + path + " " + field;
        }
    }

    static Stream<Case> fields() {
        var availability = BookingPage.alwaysOpen();
        availability.put("overrides", List.of());
        availability.put("mostPerDay", 50);
        availability.put("mostPerWeek", 100);
        var type = BookingPage.intro();
        type.putAll(Map.of("bufferBeforeMinutes", 5, "bufferAfterMinutes", 5, "location", "", "open", true));
        type.put("questionSetId", "0199c8e2-5a3b-7c4d-8e9f-0123456789ab");
        return Stream.of(
                        cases("PUT", "/calendars/me/availability", availability),
                        cases("PUT", "/calendars/me/meeting-types/other", type),
                        cases("PUT", "/calendars/me/busy-feed", Map.of("url", "")),
                        cases("POST", "holds", Map.of("start", "")),
                        cases("POST", "bookings", booking()))
                .flatMap(c -> c);
    }

    private static Map<String, Object> booking() {
        var booking = BookingPage.guest("2027-03-01T10:00:00Z", "x@guest.test");
        booking.put("holdId", "");
        return booking;
    }

    private static Stream<Case> cases(String method, String path, Map<String, Object> body) {
        return body.keySet().stream().sorted().map(field -> new Case(method, path, field, body));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void any_junk_in_any_field_gets_a_clear_answer(Case bad) throws Exception {
        for (var junk : HOSTILE) {
            var body = new HashMap<>(bad.body());
            body.put(bad.field(), junk);
            body.values().removeIf(""::equals);
            body.putIfAbsent(bad.field(), junk);
            var answer = send(bad, JSON.writeValueAsString(body));
            assertThat(answer.statusCode())
                    .as(bad + " = " + junk + ": " + answer.body())
                    .isLessThan(500);
            if (answer.statusCode() >= 400) assertIsProblem(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"zone\":",
                "{\"weekly\":[null]}",
                "{\"weekly\":[[[[[[[[]]]]]]]]}",
                "{\"zone\":\"Europe/Berlin\",\"weekly\":[{\"day\":\"monday\",\"from\":\"10:00\",\"to\":\"09:00\"}]}"
            })
    void a_refused_change_of_the_settings_leaves_no_event(String body) throws Exception {
        var before = edition();
        for (var path : List.of("/availability", "/meeting-types/other", "/busy-feed")) {
            var answer = host.ask(new Wish("PUT", "/calendars/me" + path, body, "*"));
            assertThat(answer.statusCode()).as(path + answer.body()).isBetween(400, 499);
            assertIsProblem(answer);
        }
        assertThat(edition()).isEqualTo(before);
    }

    @Test
    void what_is_wrong_is_named_by_its_path() throws Exception {
        assertRefused(
                "{\"day\":\"monday\",\"from\":\"10:00\",\"to\":\"09:00\"}", "ENDS_BEFORE_IT_STARTS", "weekly[0].to");
        assertRefused("{\"day\":\"someday\",\"from\":\"10:00\",\"to\":\"11:00\"}", "MALFORMED_CHOICE", "weekly[0].day");
        assertRefused(
                "{\"day\":\"monday\",\"from\":\"24:00\",\"to\":\"11:00\"}", "MALFORMED_CLOCK_TIME", "weekly[0].from");
        var twice = "{\"day\":\"monday\",\"from\":\"10:00\",\"to\":\"11:00\"}";
        assertRefused(twice + "," + twice, "HOURS_OVERLAP", "weekly[1]");
        assertRefused(String.join(",", Collections.nCopies(101, twice)), "TOO_MANY", "weekly");
    }

    @ParameterizedTest
    @CsvSource({
        "from=tomorrow",
        "from=2026-12-03&to=2026-12-01",
        "from=2026-01-01&to=2027-12-31",
        "zone=Mars/Phobos",
        "zone=%2B02:00",
        "type=a%00b",
        "reasons=perhaps",
        "host=%E2%80%AE"
    })
    void a_question_that_makes_no_sense_is_refused(String query) throws Exception {
        var answer = host.ask(new Wish("GET", "/availability?" + query, null, null));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
        assertIsProblem(answer);
    }

    @Test
    void hostile_addresses_of_pages_lead_nowhere() throws Exception {
        for (var junk :
                List.of("..", "a b", "'; drop table x; --", "${jndi:ldap://x}", "%", "x".repeat(2_000), "\u202e")) {
            var part = URLEncoder.encode(junk, StandardCharsets.UTF_8).replace("+", "%20");
            for (var where : List.of("/public/" + part + "/x/y", "/public/demo/" + part + "/y", page.path() + part)) {
                var answer = page.askAt("GET", where, null);
                assertThat(answer.statusCode()).as(where + answer.body()).isBetween(400, 499);
            }
        }
    }

    private static HttpResponse<String> send(Case bad, String body) throws Exception {
        if (bad.method().equals("PUT")) return host.ask(new Wish("PUT", bad.path(), body, "*"));
        return page.askAt("POST", page.path() + "/" + bad.path(), body);
    }

    private static void assertRefused(String weekly, String code, String field) throws Exception {
        var body = "{\"zone\":\"Europe/Berlin\",\"weekly\":[" + weekly + "]}";
        var answer = host.ask(new Wish("PUT", "/calendars/me/availability", body, "*"));
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.path("field").asString()).as(answer.body()).isEqualTo(field);
    }

    private static String edition() throws Exception {
        return host.ask(new Wish("GET", "/calendars/me", null, null))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static void assertIsProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.body())
                .startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("code").asString(""))
                .as(answer.body())
                .isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
}
