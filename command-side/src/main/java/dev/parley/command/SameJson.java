package dev.parley.command;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One text for all the ways to write the same JSON: neither space nor the order of fields is part of what a body says. */
final class SameJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SameJson() {}

    /** What is no JSON stands for itself. */
    static String of(byte[] body) {
        if (body.length == 0) return "";
        try {
            return JSON.writeValueAsString(JSON.readValue(body, Object.class));
        } catch (JacksonException noJson) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }
}
