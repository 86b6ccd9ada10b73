package dev.parley.api;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads instants as we write them (RFC 3339 §5.6, in UTC), of which every event has a few. Whatever looks otherwise is for
 * Jackson's own reader to understand or to refuse.
 */
final class InstantReader extends StdDeserializer<Instant> {
    InstantReader() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            var text = json.getString();
            if (isOurs(text)) {
                try {
                    return ITU.parseDateTime(text).toInstant();
                } catch (DateTimeException notATime) {
                    return InstantDeserializer.INSTANT.deserialize(json, context);
                }
            }
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }

    private static boolean isOurs(String text) {
        return text.length() >= "2026-12-01T14:00:00Z".length() && text.charAt(10) == 'T' && text.endsWith("Z");
    }
}
