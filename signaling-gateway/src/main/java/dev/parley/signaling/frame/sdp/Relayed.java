package dev.parley.signaling.frame.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes every address out of lines but those of relays, as a browser with {@code iceTransportPolicy: "relay"} would write them. */
final class Relayed {
    /** The discard port stands for "candidates will come" (RFC 8840 §4.1.1). */
    static final int NO_PORT = 9;

    private static final String NOWHERE = "IN IP4 0.0.0.0";

    private Relayed() {}

    static List<String> lines(List<String> lines) {
        return lines.stream().flatMap(Relayed::line).toList();
    }

    private static Stream<String> line(String line) {
        if (line.startsWith("c=")) return Stream.of("c=" + NOWHERE);
        if (line.startsWith("a=rtcp:")) return Stream.of("a=rtcp:" + NO_PORT + " " + NOWHERE);
        if (line.startsWith("a=candidate:")) return relayed(line).stream();
        return Stream.of(line);
    }

    private static Optional<String> relayed(String line) {
        return CandidateLine.read(line.substring("a=".length()))
                .filter(CandidateLine::isRelay)
                .map(candidate -> "a=" + candidate.withoutOrigin().write());
    }
}
