package dev.parley.query.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments' words are for nobody any more, the auditor included. That they were said, and that they were taken out, stays to be seen. */
record TakenOut(Set<String> segments) {
    private static final Set<String> WORDS = Set.of("text", "quote");
    private static final String INSTEAD = "[taken out]";

    Map<String, Object> from(Map<String, Object> payload) {
        return segments.isEmpty() ? payload : without(payload, false);
    }

    /** Words belong to the segment that is named beside them or around them. */
    private Map<String, Object> without(Map<String, Object> fact, boolean taken) {
        var names = fact.get("segmentId");
        var ofTaken = names == null ? taken : names instanceof String segment && segments.contains(segment);
        var left = new LinkedHashMap<String, Object>();
        fact.forEach(
                (name, value) -> left.put(name, ofTaken && WORDS.contains(name) ? INSTEAD : without(value, ofTaken)));
        return left;
    }

    @SuppressWarnings("unchecked")
    private Object without(Object value, boolean taken) {
        return switch (value) {
            case Map<?, ?> fact -> without((Map<String, Object>) fact, taken);
            case List<?> facts ->
                facts.stream().map(fact -> without(fact, taken)).toList();
            case null, default -> value;
        };
    }
}
