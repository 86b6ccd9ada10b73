package dev.parley.driver.conformance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Whether what came is what a script expects: fields that the script does not name may be there, the others must be as it says. */
final class Likeness {
    private final Memory memory;

    private Likeness(Memory memory) {
        this.memory = memory;
    }

    /**
     * @param memory takes in what the expectation names, if all is alike
     * @return the first difference
     */
    static Optional<String> difference(JsonNode expected, JsonNode actual, Memory memory) {
        var draft = memory.draft();
        var difference = new Likeness(draft).compare("", expected, actual);
        if (difference.isEmpty()) memory.keep(draft);
        return difference;
    }

    private Optional<String> compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isString() && expected.stringValue().startsWith("$"))
            return word(path, expected.stringValue(), actual);
        if (expected.has("$inAnyOrder")) return inAnyOrder(path, expected.path("$inAnyOrder"), actual);
        if (expected.has("$lines") || expected.has("$repeat")) return same(path, memory.fill(expected), actual);
        if (expected.isArray()) return list(path, expected, actual);
        if (expected.isObject()) return object(path, expected, actual);
        return same(path, expected, actual);
    }

    private Optional<String> word(String path, String word, JsonNode actual) {
        if (word.startsWith("$as:")) return remember(path, word.substring(4), actual);
        if (word.startsWith("$more:")) return more(path, memory.get(word.substring(6)), actual);
        return switch (word) {
            case "$any" -> unless(isThere(actual), path, "something", actual);
            case "$absent" -> unless(!isThere(actual), path, "nothing", actual);
            case "$text" -> unless(actual.isString() && !actual.stringValue().isEmpty(), path, "text", actual);
            case "$number" -> unless(actual.isNumber(), path, "a number", actual);
            case "$list" -> unless(actual.isArray(), path, "a list", actual);
            case "$instant" -> unless(isInstant(actual), path, "an instant", actual);
            case "$uuid" -> unless(isUuid(actual), path, "a UUID", actual);
            default -> same(path, memory.fill(tools.jackson.databind.node.StringNode.valueOf(word)), actual);
        };
    }

    private Optional<String> remember(String path, String name, JsonNode actual) {
        if (isThere(actual)) memory.put(name, actual);
        return unless(isThere(actual), path, "something", actual);
    }

    private static Optional<String> more(String path, JsonNode than, JsonNode actual) {
        var isMore = actual.isNumber() && actual.decimalValue().compareTo(than.decimalValue()) > 0;
        return unless(isMore, path, "more than " + than, actual);
    }

    private Optional<String> object(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isObject()) return Optional.of(wrong(path, "an object", actual));
        return expected.propertyStream()
                .map(field -> compare(path + "." + field.getKey(), field.getValue(), actual.path(field.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> list(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray() || actual.size() != expected.size())
            return Optional.of(wrong(path, "a list of " + expected.size(), actual));
        for (var i = 0; i < expected.size(); i++) {
            var difference = compare(path + "[" + i + "]", expected.path(i), actual.path(i));
            if (difference.isPresent()) return difference;
        }
        return Optional.empty();
    }

    private Optional<String> inAnyOrder(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray() || actual.size() != expected.size())
            return Optional.of(wrong(path, "a list of " + expected.size(), actual));
        var left = new ArrayList<>(actual.valueStream().toList());
        for (var each : expected) {
            var found = left.stream()
                    .filter(one -> compare(path, each, one).isEmpty())
                    .findFirst();
            if (found.isEmpty()) return Optional.of(wrong(path, "one like " + each, actual));
            left.remove(found.get());
        }
        return Optional.empty();
    }

    private static Optional<String> same(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber())
            return unless(
                    expected.decimalValue().compareTo(actual.decimalValue()) == 0, path, expected.toString(), actual);
        return unless(expected.equals(actual), path, expected.toString(), actual);
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    static boolean isInstant(JsonNode value) {
        try {
            return value.isString() && Instant.parse(value.stringValue()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUuid(JsonNode value) {
        try {
            return value.isString() && UUID.fromString(value.stringValue()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> unless(boolean isWell, String path, String expected, JsonNode actual) {
        return isWell ? Optional.empty() : Optional.of(wrong(path, expected, actual));
    }

    private static String wrong(String path, String expected, JsonNode actual) {
        var got = actual.isMissingNode() ? "nothing" : shortened(actual.toString());
        return (path.isEmpty() ? "it" : path.substring(1)) + " should be " + shortened(expected) + " but is " + got;
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
