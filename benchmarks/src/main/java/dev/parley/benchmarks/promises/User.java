package dev.parley.benchmarks.promises;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody signed in, who sees status and headers as they come, and repeats nothing by themselves. */
final class User implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private String token = "";

    private User(URI base) {
        this.base = base;
    }

    static User signIn(URI base) throws IOException, InterruptedException {
        var user = new User(base);
        user.token = user.json(user.send("POST", "/session", Map.of("user", "sales@demo.test")))
                .path("token")
                .asString();
        return user;
    }

    /** The same user by another way, for instance through a proxy. */
    User by(URI other) {
        var user = new User(other);
        user.token = token;
        return user;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, String path, Object body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(WireFormat.mapper().writeValueAsString(body)));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .build();
        return json(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) throw new IOException(answer.statusCode() + " " + answer.body());
        return WireFormat.mapper().readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
