package dev.parley.query;

import dev.parley.api.WireFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a view keeps as a whole, in a cell of type {@code jsonb}. */
public final class Documents {
    private static final JsonMapper JSON = WireFormat.mapper();

    private Documents() {}

    public static Document of(Object value) {
        return new Document(JSON.writeValueAsString(value));
    }

    public static <T> T read(String json, Class<T> type) {
        return JSON.readValue(text(json), type);
    }

    public static <T> List<T> list(String json, Class<T> of) {
        return JSON.readerForListOf(of).readValue(text(json));
    }

    /** In binary a jsonb cell begins with the version of its format, which is 1, and only then comes the text. */
    private static String text(String json) {
        return json.startsWith("\u0001") ? json.substring(1) : json;
    }

    /** JSON that goes into a cell. */
    public record Document(String json) {}
}
