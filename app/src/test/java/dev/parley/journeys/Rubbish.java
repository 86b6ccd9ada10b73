package dev.parley.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One bad request.
 *
 * @param about the form, the field and the family, for people
 * @param field where the rubbish is; empty where it is the body as a whole
 */
record Rubbish(Form form, String about, String field, byte[] body, String contentType, Map<String, String> headers) {
    private static final String JSON = "application/json";

    static Rubbish in(Form form, Form.Hole hole, String family, String json) {
        var body = bytes(hole.filledWith(json));
        var shown = json.length() > 60 ? json.substring(0, 60) + "…" : json;
        return new Rubbish(
                form, form + " " + hole.field() + ", " + family + ": " + shown, hole.field(), body, JSON, Map.of());
    }

    /** What is no JSON of ours, or more than we asked for. */
    static List<Rubbish> around(Form form) {
        var good = form.body().toString();
        var all = new ArrayList<Rubbish>();
        for (var text : List.of(
                "",
                "{",
                "[]",
                "null",
                "42",
                "\"x\"",
                good.substring(0, good.length() / 2),
                good + good,
                "{\"a\":1,\"a\":2}"))
            all.add(whole(form, "body " + text.substring(0, Math.min(20, text.length())), bytes(text), JSON, Map.of()));
        for (var extra : List.of("tenant", "tenantId", "by", "at", "roles", "version", "__proto__", "constructor"))
            all.add(whole(
                    form,
                    "with " + extra,
                    bytes(good.replaceFirst("\\{", "{\"" + extra + "\":\"admin\"" + (good.length() > 2 ? "," : ""))),
                    JSON,
                    Map.of()));
        for (var type : List.of(
                "text/xml",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json; charset=utf-7")) all.add(whole(form, "as " + type, bytes(good), type, Map.of()));
        all.add(whole(form, "in UTF-16", good.getBytes(StandardCharsets.UTF_16), JSON, Map.of()));
        for (var encoding : List.of("gzip", "br", "zstd", "deflate"))
            all.add(whole(form, "called " + encoding, bytes(good), JSON, Map.of("Content-Encoding", encoding)));
        all.add(whole(form, "with a long key", bytes(good), JSON, Map.of("Idempotency-Key", "k".repeat(5_000))));
        all.add(whole(form, "with a strange version", bytes(good), JSON, Map.of("If-Match", "W/\"1\", x")));
        all.add(whole(form, "with a strange position", bytes(good), JSON, Map.of("X-Parley-Position", "soon")));
        return all;
    }

    private static Rubbish whole(Form form, String what, byte[] body, String type, Map<String, String> headers) {
        return new Rubbish(form, form + " " + what, "", body, type, headers);
    }

    HttpResponse<String> send(HttpClient http, URI server, String token) throws IOException, InterruptedException {
        var prefix = form.path().startsWith("/unsubscribe") ? "" : "/api/v1";
        var request = HttpRequest.newBuilder(server.resolve(prefix + form.path()))
                .timeout(Duration.ofSeconds(60))
                .method(form.method(), BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType);
        if (!headers.containsKey("If-Match")) request.header("If-Match", "*");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        if (!text.contains(BadInputs.OVERLONG)) return text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        var at = text.indexOf(BadInputs.OVERLONG);
        out.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {(byte) 0xC0, (byte) 0xAF});
        out.writeBytes(text.substring(at + BadInputs.OVERLONG.length()).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return about;
    }
}
