package dev.parley.signaling.frame.sdp;

import java.util.Optional;
import java.util.stream.Stream;

/** Takes every address out of lines but those of relays, as a browser with {@code iceTransportPolicy: "relay"} would write them. */
final class Relayed {
    /** The discard port stands for "candidates will come" (RFC 8840 §4.1.1). */
    private static final int NO_PORT = 9;

    private static final String NOWHERE = "IN IP4 0.0.0.0";

    private Relayed() {}

    static Stream<String> line(String line) {
        if (line.startsWith(MediaLine.BEGIN)) return media(line).stream();
        if (line.startsWith("c=")) return Stream.of("c=" + NOWHERE);
        if (line.startsWith("a=rtcp:")) return Stream.of("a=rtcp:" + NO_PORT + " " + NOWHERE);
        if (line.startsWith("a=candidate:")) return relayed(line).stream();
        return Stream.of(line);
    }

    private static Optional<String> media(String line) {
        return MediaLine.read(line)
                .map(media -> media.isInUse() ? media.on(NO_PORT) : media)
                .map(MediaLine::write);
    }

    private static Optional<String> relayed(String line) {
        return CandidateLine.read(line.substring("a=".length()))
                .filter(CandidateLine::isRelay)
                .map(candidate -> "a=" + candidate.withoutOrigin().write());
    }
}
