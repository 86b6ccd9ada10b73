package dev.parley.driver;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parley's HTTP contract as a client uses it: one signed-in user, reading their own writes, patient while the server restarts. */
public final class ParleyApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = WireFormat.mapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final String user;
    private final AtomicLong position = new AtomicLong();
    private volatile String token = "";

    private ParleyApi(URI base, String user) {
        this.base = base;
        this.user = user;
    }

    /** @throws Refusal if this user may not sign in */
    public static ParleyApi signIn(URI base, String user) throws IOException, InterruptedException {
        var api = new ParleyApi(base, user);
        api.token = api.post("/session", Map.of("user", user)).path("token").asString();
        return api;
    }

    /** As whoever this bearer token was given to. */
    public static ParleyApi with(URI base, String token) {
        var api = new ParleyApi(base, "the bearer of this token");
        api.token = token;
        return api;
    }

    /** Whether something that answers like Parley listens there. */
    public static boolean isUp(URI base) throws InterruptedException {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var health = HttpRequest.newBuilder(base.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(send("GET", path, null, "application/json"));
    }

    /** As {@link #get}, as text of the given media type. */
    public String read(String path, String mediaType) throws IOException, InterruptedException {
        return send("GET", path, null, mediaType).body();
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json(send("POST", path, body, "application/json"));
    }

    /** Calls back with each line of an event stream until it is closed. */
    public AutoCloseable listen(String path, Consumer<String> line) {
        var lines = http.sendAsync(
                request("GET", path, null, "text/event-stream", Optional.empty()), HttpResponse.BodyHandlers.ofLines());
        var reader = Thread.ofVirtual().unstarted(() -> lines.resultNow().body().forEach(line));
        lines.whenComplete((answer, failure) -> reader.start());
        return () -> {
            lines.cancel(true);
            reader.interrupt();
        };
    }

    public URI socketAddress(String path) {
        return URI.create(base.toString().replaceFirst("^http", "ws")).resolve(path);
    }

    public URI page(String path) {
        return base.resolve(path);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, String accept)
            throws IOException, InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        for (var pause = 200L; ; pause = Math.min(pause * 2, 5_000)) {
            try {
                var answer = http.send(
                        request(method, path, body, accept, Optional.of(Duration.ofSeconds(30))),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503 || Instant.now().isAfter(giveUp)) return accepted(answer);
            } catch (ConnectException e) {
                if (Instant.now().isAfter(giveUp)) throw e;
            }
            Thread.sleep(pause);
        }
    }

    /** Only what is answered from the views must wait for them; tickets and previews are, too. */
    private static boolean reads(String method, String path) {
        return method.equals("GET") || path.endsWith("/tickets") || path.contains("/preview");
    }

    private HttpRequest request(
            String method, String path, @Nullable Object body, String accept, Optional<Duration> timeout) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .header("Accept", accept)
                .header("If-Match", "*");
        timeout.ifPresent(request::timeout);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (position.get() > 0 && reads(method, path))
            request.header("X-Parley-Position", Long.toString(position.get()));
        if (body == null)
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private HttpResponse<String> accepted(HttpResponse<String> answer) {
        answer.headers().firstValueAsLong("X-Parley-Position").ifPresent(p -> position.accumulateAndGet(p, Math::max));
        if (answer.statusCode() < 400) return answer;
        throw new Refusal(user, answer.statusCode(), problem(answer.body()));
    }

    private static JsonNode problem(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** The server said no. */
    public static final class Refusal extends RuntimeException {
        private final String code;

        Refusal(String user, int status, JsonNode problem) {
            super(status + " " + problem.path("code").asString("") + " for " + user + ": "
                    + problem.path("detail").asString("no reason given"));
            this.code = problem.path("code").asString("");
        }

        public String code() {
            return code;
        }
    }
}
