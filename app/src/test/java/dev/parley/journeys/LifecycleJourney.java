package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What becomes of appointments, through the whole house, mail included. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient http = HttpClient.newHttpClient();
    private static ParleyApi sales;
    private static int weeks = 1;

    @BeforeAll
    static void signIn() throws Exception {
        sales = app.signedInAs("sales@demo.test");
    }

    @AfterAll
    static void signOut() {
        sales.close();
    }

    @Test
    void a_meeting_keeps_its_identity_however_often_it_moves() throws Exception {
        var made = schedule(Map.of());
        var id = made.path("meetingId").asString();
        var room = sales.get("/meetings/" + id).path("roomId").asString();
        for (var move = 1; move <= 3; move++) patch("/meetings/" + id, Map.of("localStart", nextStart()));
        letters(id, "update", 3);
        assertThat(told(id, "update"))
                .extracting(line -> line.path("sequence").asInt())
                .containsExactlyInAnyOrder(1, 2, 3);
        var page = sales.get("/meetings/" + id);
        assertThat(page.path("sequence").asInt()).isEqualTo(3);
        assertThat(page.path("roomId").asString()).isEqualTo(room);
        assertThat(page.path("meetingId").asString()).isEqualTo(id);
    }

    @Test
    void a_meeting_that_begins_in_half_an_hour_is_announced_once_more_and_only_once() throws Exception {
        var soon = LocalDateTime.now(ZoneOffset.UTC).plusMinutes(30).truncatedTo(ChronoUnit.MINUTES);
        var made = schedule(Map.of("localStart", soon.toString(), "reminders", List.of("PT24H", "PT1H", "PT45M")));
        var id = made.path("meetingId").asString();
        letters(id, "reminder", 1);
        letters(id, "invitation", 1);
        assertThat(told(id, "reminder")).hasSize(1);
    }

    @Test
    void a_lead_calls_it_off_by_their_link_and_clicking_twice_is_once() throws Exception {
        var made = schedule(Map.of());
        var id = made.path("meetingId").asString();
        var token = made.path("joinUrl").asString().replaceFirst(".*/join/", "");
        await().atMost(PATIENCE).until(() -> guest("GET", token, "/appointment").statusCode() == 200);
        assertThat(guest("GET", token, "/cancel").statusCode()).isEqualTo(405);
        assertThat(guest("GET", token, "/appointment").body())
                .contains("\"status\":\"scheduled\"")
                .contains("\"mayCancel\":true");
        var twice = Stream.generate(() -> http.sendAsync(cancel(token), BodyHandlers.ofString()))
                .limit(2)
                .toList();
        for (var click : twice) assertThat(click.join().statusCode()).isEqualTo(204);
        letters(id, "cancellation", 1);
        assertThat(count(id, "meeting.MeetingCancelled")).isEqualTo(1);
        assertThat(told(id, "cancellation")).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> sales.get("/meetings/" + id)
                        .path("cancelledBy")
                        .asString("")
                        .equals("lead"));
        assertThat(sales.get("/meetings/" + id).path("endReason").asString()).isEqualTo("I am ill");
        assertThat(guest("GET", token, "/appointment").body()).contains("\"mayCancel\":false");
    }

    @Test
    void a_lead_moves_it_by_their_link_and_it_stays_the_same_meeting() throws Exception {
        var made = schedule(Map.of());
        var id = made.path("meetingId").asString();
        var token = made.path("joinUrl").asString().replaceFirst(".*/join/", "");
        await().atMost(PATIENCE).until(() -> guest("GET", token, "/appointment").statusCode() == 200);
        assertThat(guest("GET", token, "/appointment").body()).contains("\"mayMove\":true");
        var start = LocalDateTime.parse(nextStart()).toInstant(ZoneOffset.UTC).toString();
        var range =
                "?zone=Etc/UTC&from=" + start + "&to=" + Instant.parse(start).plusSeconds(3_600);
        assertThat(guest("GET", token, "/slots" + range).body()).contains(start);

        var twice = Stream.generate(() -> http.sendAsync(move(token, start), BodyHandlers.ofString()))
                .limit(2)
                .toList();
        for (var click : twice) assertThat(click.join().statusCode()).isEqualTo(204);
        letters(id, "update", 1);
        assertThat(count(id, "meeting.MeetingRescheduled")).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() ->
                        sales.get("/meetings/" + id).path("start").asString().equals(start));
        var page = sales.get("/meetings/" + id);
        assertThat(page.path("sequence").asInt()).isEqualTo(1);
        assertThat(guest("GET", token, "/slots" + range).body())
                .as("its own time is free for it")
                .contains(start);

        var other = schedule(Map.of());
        var taken = http.send(move(token, other.path("start").asString()), BodyHandlers.ofString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(409);
        assertThat(taken.body()).contains("\"SLOT_TAKEN\"").contains("\"start\"");
    }

    private static HttpRequest move(String token, String start) {
        return HttpRequest.newBuilder(address(token, "/reschedule"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"start\":\"" + start + "\"}"))
                .build();
    }

    @Test
    void a_series_is_many_meetings_and_one_letter() throws Exception {
        var start = nextStart();
        var made = schedule(Map.of("localStart", start, "recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=4")));
        var ids = made.path("occurrences")
                .valueStream()
                .map(one -> one.path("meetingId").asString())
                .toList();
        assertThat(ids).hasSize(4).startsWith(made.path("meetingId").asString());
        for (var id : ids) await().atMost(PATIENCE).until(() -> is(id, "scheduled"));
        letters(ids.getFirst(), "invitation", 1);

        var series = "/series/" + made.path("seriesId").asString();
        var third = LocalDateTime.parse(start).plusDays(2);
        sales.post(series + "/cancel", Map.of("from", third.toString(), "reason", "decided"));
        for (var id : ids.subList(2, 4)) await().atMost(PATIENCE).until(() -> is(id, "cancelled"));
        letters(ids.getFirst(), "update", 1);
        assertThat(is(ids.get(1), "scheduled")).isTrue();

        patch(
                series,
                Map.of(
                        "from",
                        start,
                        "localStart",
                        LocalDateTime.parse(start).plusHours(3).toString()));
        await().atMost(PATIENCE)
                .until(() -> sales.get("/meetings/" + ids.get(1))
                        .path("localStart")
                        .asString()
                        .contains("T15:00"));
        letters(ids.getFirst(), "update", 2);
        for (var id : ids.subList(1, 4))
            assertThat(told(id, "")).as("letters of one of them").isEmpty();
        assertThat(sales.get("/meetings/" + ids.get(1))
                        .path("series")
                        .path("number")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void hosts_take_turns_by_weight_and_hand_over() throws Exception {
        var members = List.of(
                Map.of("hostId", "sales@demo.test", "name", "Sally", "weight", 2),
                Map.of("hostId", "second@demo.test", "name", "Sam", "weight", 1));
        var pool = sales.post("/host-pools", Map.of("name", "Inbound", "members", members))
                .path("hostPoolId")
                .asString();
        var ids = IntStream.range(0, 9)
                .mapToObj(
                        _ -> quietly(Map.of("hostPool", pool)).path("meetingId").asString())
                .toList();
        await().atMost(PATIENCE).until(() -> assigned(pool).equals(List.of(6, 3)));
        var why = sales.get("/host-pools/" + pool + "/assignments");
        assertThat(why).hasSize(9);
        assertThat(why.get(0).path("reason").asString()).contains("turn. Within 30 days:");

        var handed = ids.getFirst();
        sales.post("/meetings/" + handed + "/reassign", Map.of("hostPool", pool, "reason", "ill"));
        await().atMost(PATIENCE)
                .until(() -> sales.get("/meetings/" + handed)
                        .path("hostId")
                        .asString()
                        .equals("second@demo.test"));
    }

    private static List<Integer> assigned(String pool) throws Exception {
        return sales.get("/host-pools/" + pool)
                .path("members")
                .valueStream()
                .map(member -> member.path("assigned").asInt())
                .toList();
    }

    private static boolean is(String id, String status) {
        try {
            return sales.get("/meetings/" + id).path("status").asString().equals(status);
        } catch (Exception e) {
            return false;
        }
    }

    /** Exactly so many are sent in the end. */
    private static void letters(String id, String kind, int number) {
        await().atMost(PATIENCE)
                .until(() -> told(id, kind)
                                .filter(line -> line.path("state").asString().equals("sent"))
                                .count()
                        == number);
    }

    private static Stream<JsonNode> told(String id, String kind) throws Exception {
        return sales.get("/deliveries?meeting=" + id)
                .valueStream()
                .filter(line -> line.path("meetingId").asString().equals(id))
                .filter(line -> kind.isEmpty() || line.path("kind").asString().equals(kind));
    }

    private static long count(String id, String type) throws Exception {
        return sales.read("/audit/meetings/" + id + "/events", "application/x-ndjson")
                .lines()
                .filter(line -> line.contains("\"" + type + "\""))
                .count();
    }

    private static JsonNode quietly(Map<String, ?> more) {
        try {
            return schedule(more);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode schedule(Map<String, ?> more) throws Exception {
        var lead = sales.post("/leads", Map.of("name", "Lea Lead", "email", "lea@lead.test"))
                .path("leadId")
                .asString();
        var body = new HashMap<String, Object>(Map.of(
                "title",
                "Lifecycle",
                "leadId",
                lead,
                "localStart",
                nextStart(),
                "zone",
                "UTC",
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of()));
        body.putAll(more);
        return sales.post("/meetings", body);
    }

    /** At noon, each in a week of its own. */
    private static String nextStart() {
        return LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12)
                .plusWeeks(weeks++)
                .toString();
    }

    private static void patch(String path, Map<String, ?> body) throws Exception {
        new SalesDesk(app.parley().url()).changed(path, body);
    }

    private static HttpResponse<String> guest(String method, String token, String tail) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(token, tail))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest cancel(String token) {
        return HttpRequest.newBuilder(address(token, "/cancel"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"I am ill\"}"))
                .build();
    }

    private static URI address(String token, String tail) {
        return app.parley().url().resolve("/api/v1/guest/" + token + tail);
    }
}
