package dev.parley.driver.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One line of a script: somebody does something, or something is heard. {@code who} is a person, or one of their devices ({@code lea/phone}). */
sealed interface Step {

    /** Connects, joins with a fresh ticket, is welcomed, and everybody else who is in hears of it. */
    record Enters(String who) implements Step {}

    /** Gets a ticket and opens a socket, or is refused over HTTP with this status. */
    record Connects(String who, Optional<String> origin, String protocol, Optional<Integer> refused) implements Step {}

    /** Connects and joins with the resume token and the last number it has, or with what {@code resume} says instead. */
    record ComesBack(String who, JsonNode resume) implements Step {}

    record Sends(String who, JsonNode frame, Optional<String> as, int times) implements Step {}

    /** A text message that need not be a frame. */
    record SendsText(String who, JsonNode text, int parts) implements Step {}

    record SendsBytes(String who, int size) implements Step {}

    record Hears(String who, List<JsonNode> frames, boolean inAnyOrder, Set<String> skipping, Optional<Duration> within)
            implements Step {}

    /** Has heard nothing up to now but what was expected. */
    record HearsNothing(String who) implements Step {}

    record IsClosed(String who, int code, Optional<String> reason, Optional<Duration> within) implements Step {}

    /** Leaves what comes where it is, until a step says what is heard. */
    record StopsReading(String who) implements Step {}

    /** Loses the connection without a close frame, by a fault of the network. */
    record Cuts(String who) implements Step {}

    record Waits(Duration time) implements Step {}

    /** The meeting starts or ends, by a host and over HTTP. */
    record Meeting(boolean starts) implements Step {}
}
