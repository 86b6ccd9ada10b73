package dev.parley.benchmarks.booking;

import dev.parley.api.WireFormat;
import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;

/** A host who is open at all hours and lets anybody book half an hour or five minutes. */
final class Host implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ParleyApi api;
    private final URI server;
    private final String token;

    Host(URI server) throws IOException, InterruptedException {
        this.server = server;
        this.token = WireFormat.mapper()
                .readTree(send("POST", "/session", "", Map.of("user", "sales@demo.test"))
                        .body())
                .path("token")
                .asString();
        this.api = ParleyApi.with(server, token);
    }

    Host settle() throws IOException, InterruptedException {
        var week = Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .map(day -> Map.of("day", day, "from", "00:00", "to", "24:00"))
                .toList();
        put("/calendars/me/availability", Map.of("zone", "UTC", "weekly", week, "horizonDays", 700, "stepMinutes", 30));
        put(
                "/calendars/me/meeting-types/short",
                Map.of("title", "Short", "durationMinutes", 5, "interviewer", "human"));
        while (api.get("/calendars/me").path("edition").asInt() < 2) Thread.sleep(20);
        return this;
    }

    ParleyApi api() {
        return api;
    }

    String calendarId() throws IOException, InterruptedException {
        return api.get("/calendars/me").path("calendarId").asString();
    }

    /**
     * Without an account.
     *
     * @return the status, and of a refusal its code
     */
    String book(String calendar, String start, String email) throws IOException, InterruptedException {
        var body = Map.of("start", start, "name", "Gwen Guest", "email", email, "zone", "Europe/Berlin");
        var answer = send("POST", "/public/demo/" + calendar + "/short/bookings", "", body);
        if (answer.statusCode() < 400) return Integer.toString(answer.statusCode());
        var code = WireFormat.mapper().readTree(answer.body()).path("code").asString("");
        return answer.statusCode() + " " + code;
    }

    private void put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var answer = send("PUT", path, token, body);
        if (answer.statusCode() != 204) throw new IOException(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String bearer, Map<String, ?> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofString(WireFormat.mapper().writeValueAsString(body)));
        if (!bearer.isEmpty()) request.header("Authorization", "Bearer " + bearer);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        api.close();
        http.close();
    }
}
