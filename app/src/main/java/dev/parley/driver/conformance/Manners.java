package dev.parley.driver.conformance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What holds for every frame that one client hears, whatever the story is about (docs/protocol.md §2, §5 and §6). */
final class Manners {
    private static final Set<String> BEFORE_ENTERING = Set.of("error", "waiting", "ended");

    private final Set<Long> said = new HashSet<>();
    private final Set<String> everHere = new HashSet<>();
    private final Set<String> here = new HashSet<>();
    private final Map<Long, JsonNode> heard = new HashMap<>();
    private long last;
    private boolean inside;
    private boolean resuming;
    private boolean isRepeated;

    void says(long id) {
        said.add(id);
    }

    /** From here on a new connection is spoken over; nobody is in before they are welcomed or resumed. */
    void isOnANewLine() {
        inside = false;
        resuming = false;
    }

    /** Asks for everything after this number again. */
    void resumesAfter(long lastSeq) {
        resuming = true;
        last = lastSeq;
    }

    boolean isInside() {
        return inside;
    }

    long last() {
        return last;
    }

    /** @return what is wrong with it */
    Optional<String> complaint(JsonNode frame) {
        var type = frame.path("type").asString("");
        return envelope(frame)
                .or(() -> number(frame, type))
                .or(() -> answered(frame))
                .or(() -> sender(frame))
                .or(() -> isRepeated ? Optional.empty() : presence(frame.path("payload"), type));
    }

    private static Optional<String> envelope(JsonNode frame) {
        if (!frame.isObject()) return Optional.of("it is not an object");
        if (frame.path("v").asInt(0) != 1) return Optional.of("v is not 1");
        if (!frame.path("type").isString()) return Optional.of("it has no type");
        if (!frame.path("payload").isObject()) return Optional.of("it has no payload");
        if (!frame.path("seq").isIntegralNumber()) return Optional.of("it has no seq");
        if (!Likeness.isInstant(frame.path("ts"))) return Optional.of("ts is no instant");
        return Optional.empty();
    }

    private Optional<String> number(JsonNode frame, String type) {
        var seq = frame.path("seq").asLong();
        if (type.equals("welcome")) return begin(seq, frame);
        if (!inside && !resuming) return beforeEntering(seq, type);
        if (seq == 0 && !inside && BEFORE_ENTERING.contains(type)) return Optional.empty();
        if (seq <= last) return Optional.of("seq must rise above " + last);
        var before = heard.put(seq, frame);
        isRepeated = before != null;
        if (before != null && !before.equals(frame)) return Optional.of("it was another frame before: " + before);
        last = seq;
        if (type.equals("resumed")) enter();
        return Optional.empty();
    }

    private static Optional<String> beforeEntering(long seq, String type) {
        if (!BEFORE_ENTERING.contains(type)) return Optional.of("nobody may hear this before welcome");
        return seq == 0 ? Optional.empty() : Optional.of("seq must be 0 before welcome");
    }

    private Optional<String> begin(long seq, JsonNode frame) {
        if (inside) return Optional.of("welcome came twice");
        last = seq;
        heard.clear();
        here.clear();
        everHere.clear();
        enter();
        frame.path("payload").path("participants").valueStream().forEach(this::isHere);
        return Optional.empty();
    }

    private void enter() {
        inside = true;
        resuming = false;
    }

    private Optional<String> answered(JsonNode frame) {
        if (!frame.has("re")) return Optional.empty();
        return said.contains(frame.path("re").asLong(0))
                ? Optional.empty()
                : Optional.of("re names no frame that was sent");
    }

    private Optional<String> sender(JsonNode frame) {
        if (!frame.has("from")) return Optional.empty();
        return everHere.contains(frame.path("from").asString(""))
                ? Optional.empty()
                : Optional.of("from names nobody in this room");
    }

    private Optional<String> presence(JsonNode payload, String type) {
        if (type.equals("joined"))
            return isHere(payload.path("participant"))
                    ? Optional.empty()
                    : Optional.of("they were here already, for all that was heard");
        if (type.equals("left"))
            return here.remove(payload.path("participantId").asString(""))
                    ? Optional.empty()
                    : Optional.of("they were not here, for all that was heard");
        return Optional.empty();
    }

    private boolean isHere(JsonNode participant) {
        var id = participant.path("participantId").asString("");
        everHere.add(id);
        return here.add(id);
    }
}
