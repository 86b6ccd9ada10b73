package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journeys.Wish.Thing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of sales who makes leads, question sets and meetings to try things on, and asks for whatever is wished. */
final class SalesDesk {
    static final String FIRST = "0199c8e2-5a3b-7c4d-8e9f-000000000001";
    static final String SECOND = "0199c8e2-5a3b-7c4d-8e9f-000000000002";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger days = new AtomicInteger(10);
    private final URI server;
    private final String token;

    SalesDesk(URI server) throws IOException, InterruptedException {
        this.server = server;
        var session = HttpRequest.newBuilder(server.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"sales@demo.test\"}"))
                .build();
        var answer = http.send(session, HttpResponse.BodyHandlers.ofString());
        token = JSON.readTree(answer.body()).path("token").asString();
    }

    Thing newLead() throws Exception {
        return created("/leads", lead("Lena"), "leadId");
    }

    Thing newSet() throws Exception {
        return created("/question-sets", set(), "questionSetId");
    }

    /** The id of a set that meetings can be scheduled with. */
    String publishedSet() throws Exception {
        var set = newSet();
        assertThat(ask(Wish.on(set, "POST", "/publish", null)).statusCode()).isEqualTo(200);
        return set.path().substring(set.path().lastIndexOf('/') + 1);
    }

    /** A rule for meetings of a kind that nobody schedules. */
    Thing assignment() throws Exception {
        return saying(
                "/question-set-assignments/" + UUID.randomUUID(),
                Map.of("questionSetId", publishedSet(), "meetingType", newSlug()));
    }

    Thing newMeeting() throws Exception {
        return created("/meetings", meeting(), "meetingId");
    }

    Thing startedMeeting() throws Exception {
        var meeting = newMeeting();
        return new Thing(meeting.path(), tag(ask(Wish.on(meeting, "POST", "/start", null))));
    }

    /** Three days in a row, and when the first begins. */
    Map.Entry<Thing, String> newSeries() throws Exception {
        var body = new HashMap<String, Object>(meeting());
        body.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=3"));
        days.addAndGet(3);
        var answer = ask(Wish.creating("/meetings", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var series = JSON.readTree(answer.body()).path("seriesId").asString();
        return Map.entry(new Thing("/series/" + series, tag(answer)), String.valueOf(body.get("localStart")));
    }

    Thing newPool() throws Exception {
        return created("/host-pools", pool("Inbound"), "hostPoolId");
    }

    static Map<String, ?> pool(String name) {
        return Map.of("name", name, "members", List.of(Map.of("hostId", "second@demo.test", "weight", 2)));
    }

    /** In whichever version. */
    void changed(String path, Map<String, ?> body) throws Exception {
        var answer = ask(Wish.on(new Thing(path, "*"), "PATCH", "", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** By a change, because the view may lag behind the last one. */
    Thing ownCalendar() throws Exception {
        return new Thing("/calendars/me", offeredType().version());
    }

    /** Open at all hours, and different each time. */
    Map<String, ?> anotherAvailability() {
        var always = BookingPage.alwaysOpen();
        always.put("horizonDays", 500 + days.incrementAndGet());
        return always;
    }

    String newSlug() {
        return "call-" + days.incrementAndGet();
    }

    Thing offeredType() throws Exception {
        var path = "/calendars/me/meeting-types/" + newSlug();
        var answer = ask(new Wish("PUT", path, JSON.writeValueAsString(BookingPage.intro()), "*"));
        return new Thing(path, tag(answer));
    }

    /** The organisation's own wording of a kind of letter, which nobody published before. */
    Thing newWording(String kind) throws Exception {
        return saying("/templates/" + kind, wording(UUID.randomUUID().toString()));
    }

    static Map<String, ?> wording(String subject) {
        return Map.of("subject", subject, "text", "{{title}}", "html", "<p>{{title}}</p>");
    }

    /** What there is one of, after it was put so. */
    Thing saying(String path, Map<String, ?> body) throws Exception {
        var answer = ask(Wish.on(new Thing(path, "*"), "PUT", "", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return new Thing(path, tag(answer));
    }

    /** A meeting, and the path of a guest of it. */
    Map.Entry<Thing, String> meetingWithGuest() throws Exception {
        var meeting = newMeeting();
        var invited = ask(Wish.on(meeting, "POST", "/invitees", gus()));
        var guest = JSON.readTree(invited.body()).path("participantId").asString();
        return Map.entry(new Thing(meeting.path(), tag(invited)), "/invitees/" + guest);
    }

    /** The invitation to a new meeting, once the server took it. */
    Thing sentLetter() throws Exception {
        var meeting = newMeeting().path().replace("/meetings/", "");
        var list = new Wish("GET", "/deliveries?meeting=" + meeting, null, null);
        var sent = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> JSON.readTree(ask(list).body()).path(0),
                        line -> line.path("state").asString("").equals("sent"));
        return new Thing(
                "/deliveries/" + sent.path("notificationId").asString(),
                "\"" + sent.path("version").asLong() + "\"");
    }

    Thing openFeed() throws Exception {
        return new Thing("/calendar-feed", tag(ask(new Wish("POST", "/calendar-feed", null, "*"))));
    }

    static Map<String, ?> lead(String name) {
        return Map.of("name", name, "email", "lena@lead.test");
    }

    static Map<String, ?> gus() {
        return Map.of("name", "Gus", "email", "gus@guest.test");
    }

    static Map<String, ?> set() {
        return Map.of("title", "Basics", "questions", List.of(question(FIRST, "What for?"), question(SECOND, "When?")));
    }

    static Map<String, ?> question(String text) {
        return Map.of("text", text, "type", "open");
    }

    private static Map<String, ?> question(String id, String text) {
        return Map.of("questionId", id, "text", text, "type", "open");
    }

    Map<String, ?> meeting() throws Exception {
        var lead = newLead().path();
        return Map.of(
                "title",
                "Call",
                "leadId",
                lead.substring(lead.lastIndexOf('/') + 1),
                "localStart",
                nextStart(),
                "zone",
                "Europe/Berlin",
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of());
    }

    String nextStart() {
        return LocalDateTime.now()
                .plusDays(days.incrementAndGet())
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    JsonNode apiDocument() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/openapi")).build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    HttpResponse<String> ask(Wish wish) throws IOException, InterruptedException {
        return ask(wish, Map.of());
    }

    HttpResponse<String> ask(Wish wish, Map<String, String> headers) throws IOException, InterruptedException {
        return http.send(request(wish, headers), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> begin(Wish wish, Map<String, String> headers) {
        return http.sendAsync(request(wish, headers), HttpResponse.BodyHandlers.ofString())
                .orTimeout(30, TimeUnit.SECONDS);
    }

    private Thing created(String path, Map<String, ?> body, String id) throws Exception {
        var answer = ask(Wish.creating(path, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Thing(path + "/" + JSON.readTree(answer.body()).path(id).asString(), tag(answer));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpRequest request(Wish wish, Map<String, String> headers) {
        var body = wish.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(wish.body());
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + wish.path()))
                .timeout(Duration.ofSeconds(30))
                .method(wish.method(), body)
                .header("Authorization", "Bearer " + token);
        if (wish.body() != null) request.header("Content-Type", "application/json");
        if (wish.version() != null) request.header("If-Match", wish.version());
        headers.forEach(request::header);
        return request.build();
    }
}
