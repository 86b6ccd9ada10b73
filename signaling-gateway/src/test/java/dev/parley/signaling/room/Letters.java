package dev.parley.signaling.room;

import dev.parley.api.WireFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What waits on a wire, taken as its client would. */
final class Letters {
    private Letters() {}

    static List<JsonNode> on(Wire wire) {
        return Stream.generate(() -> wire.outbox().next(wire))
                .takeWhile(Optional::isPresent)
                .map(letter -> WireFormat.mapper().readTree(letter.get().json()))
                .toList();
    }

    static List<String> typesOn(Wire wire) {
        return on(wire).stream().map(frame -> frame.path("type").asString()).toList();
    }
}
