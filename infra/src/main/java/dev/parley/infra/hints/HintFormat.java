package dev.parley.infra.hints;

import dev.parley.api.WireFormat;
import dev.parley.query.Hints.Hint;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hints as the payload of a notification, which PostgreSQL limits to 8000 bytes. */
final class HintFormat {
    static final String SOME_WERE_LOST = "lost";

    private static final int LONGEST = 7_000;

    private final JsonMapper json = WireFormat.mapper();

    /** As few payloads as the limit allows, in the same order. */
    List<String> payloads(List<Hint> hints) {
        var payloads = new ArrayList<String>();
        var open = new StringBuilder();
        for (var hint : hints) {
            var text = ascii(json.writeValueAsString(hint));
            if (!open.isEmpty() && open.length() + text.length() + 2 > LONGEST) {
                payloads.add("[" + open + "]");
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : ",").append(text);
        }
        if (!open.isEmpty()) payloads.add("[" + open + "]");
        return payloads;
    }

    List<Hint> read(String payload) {
        return json.readValue(payload, new TypeReference<List<Hint>>() {});
    }

    /** So that a character is a byte, and the limit can be counted. */
    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 128)) return text;
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? Character.toString(c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
