package dev.parley.journeys;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request against a thing that there is, or against nothing yet. */
record Wish(
        String method,
        String path,
        @Nullable String body,
        @Nullable String version) {

    /** What a thing is called and which version of it was seen. */
    record Thing(String path, String version) {}

    static Wish creating(String path, Map<String, ?> body) {
        return new Wish("POST", path, json(body), null);
    }

    static Wish on(Thing thing, String method, String tail, @Nullable Map<String, ?> body) {
        return new Wish(method, thing.path() + tail, body == null ? null : json(body), thing.version());
    }

    Wish having(@Nullable String otherVersion) {
        return new Wish(method, path, body, otherVersion);
    }

    Wish inOtherWriting() {
        return body == null ? this : new Wish(method, path, body.replace("{\"", "{ \""), version);
    }

    private static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
