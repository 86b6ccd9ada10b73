package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a host offers to everybody, and somebody without an account who looks at it. */
final class BookingPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String path;

    /** Open on all days around the clock, in steps of half an hour. */
    static BookingPage of(SalesDesk host, URI server) throws Exception {
        put(host, "/calendars/me/availability", alwaysOpen());
        put(host, "/calendars/me/meeting-types/intro", intro());
        var calendar = JSON.readTree(
                host.ask(new Wish("GET", "/calendars/me", null, null)).body());
        return new BookingPage(
                server, "/public/demo/" + calendar.path("calendarId").asString() + "/intro");
    }

    private BookingPage(URI server, String path) {
        this.server = server;
        this.path = path;
    }

    static Map<String, Object> alwaysOpen() {
        var week = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
                .map(day -> Map.of("day", day, "from", "00:00", "to", "24:00"))
                .toList();
        return new HashMap<>(Map.of(
                "zone",
                "Europe/Berlin",
                "weekly",
                week,
                "horizonDays",
                700,
                "minimumNoticeMinutes",
                0,
                "stepMinutes",
                30));
    }

    static Map<String, Object> intro() {
        return new HashMap<>(Map.of("title", "Introduction", "durationMinutes", 30, "interviewer", "human"));
    }

    String path() {
        return path;
    }

    JsonNode freeSlots() throws IOException, InterruptedException {
        return JSON.readTree(ask("GET", "/slots?zone=America/New_York", null).body())
                .path("slots");
    }

    HttpResponse<String> ask(String method, String tail, Map<String, ?> body) throws IOException, InterruptedException {
        return http.send(request(method, path + tail, body, Map.of()), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> askAt(String method, String where, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1" + where))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> begin(Map<String, ?> body) {
        return http.sendAsync(
                request("POST", path + "/bookings", body, Map.of()), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> book(Map<String, ?> body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return http.send(request("POST", path + "/bookings", body, headers), HttpResponse.BodyHandlers.ofString());
    }

    static Map<String, Object> guest(String start, String email) {
        return new HashMap<>(Map.of("start", start, "name", "Gwen Guest", "email", email, "zone", "America/New_York"));
    }

    private HttpRequest request(String method, String where, Map<String, ?> body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + where))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return request.build();
    }

    private static void put(SalesDesk host, String path, Map<String, ?> body) throws Exception {
        var answer = host.ask(new Wish("PUT", path, JSON.writeValueAsString(body), "*"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Override
    public void close() {
        http.close();
    }
}
