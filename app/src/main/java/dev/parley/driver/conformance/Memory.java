package dev.parley.driver.conformance;

import dev.parley.api.Ids;
import dev.parley.api.WireFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What a story has named so far, and words of a script with these names filled in. */
final class Memory {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final String FRESH = "$uuid:";

    private final Map<String, JsonNode> known = new HashMap<>();

    /** To be kept only if all goes well. */
    Memory draft() {
        var draft = new Memory();
        draft.known.putAll(known);
        return draft;
    }

    void keep(Memory draft) {
        known.putAll(draft.known);
    }

    void put(String name, JsonNode value) {
        known.put(name, value);
    }

    void put(String name, String value) {
        put(name, StringNode.valueOf(value));
    }

    void put(String name, long value) {
        put(name, JsonNodeFactory.instance.numberNode(value));
    }

    JsonNode get(String name) {
        var value = known.get(name);
        if (value == null) throw new IllegalArgumentException("nothing is known as $" + name + " yet");
        return value;
    }

    /** The same words with everything that begins with {@code $} replaced by what it stands for. */
    JsonNode fill(JsonNode words) {
        if (words.isString()) return value(words.stringValue());
        if (words.has("$lines")) return StringNode.valueOf(lines(words.path("$lines")));
        if (words.has("$repeat")) return StringNode.valueOf(repeated(words.path("$repeat")));
        if (words.isArray()) {
            var filled = JSON.createArrayNode();
            words.valueStream().forEach(each -> filled.add(fill(each)));
            return filled;
        }
        if (!words.isObject()) return words;
        var filled = JSON.createObjectNode();
        words.propertyStream().forEach(each -> filled.set(each.getKey(), fill(each.getValue())));
        return filled;
    }

    private JsonNode value(String word) {
        if (word.startsWith(FRESH)) return fresh(word.substring(FRESH.length()));
        return word.startsWith("$") ? fill(get(word.substring(1))) : StringNode.valueOf(word);
    }

    private JsonNode fresh(String name) {
        return known.computeIfAbsent(
                FRESH + name, _ -> StringNode.valueOf(Ids.next(Instant.now()).toString()));
    }

    /** As session descriptions are written. */
    private String lines(JsonNode lines) {
        return lines.valueStream().map(line -> fill(line).asString() + "\r\n").collect(Collectors.joining());
    }

    private static String repeated(JsonNode what) {
        return what.path(0).asString().repeat(what.path(1).asInt());
    }
}
