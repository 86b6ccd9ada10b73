package dev.parley.signaling.frame.sdp;

import java.util.List;
import java.util.stream.Stream;

/**
 * One {@code m=} line and what belongs to it.
 *
 * @param port 0 means given up, or carried by another section of its bundle
 * @param rest transport protocol and formats
 */
record MediaSection(String kind, int port, String rest, List<String> lines) {

    Stream<String> write() {
        return Stream.concat(Stream.of("m=" + kind + " " + port + " " + rest), lines.stream());
    }

    /** Whether its media connects by what it says itself. */
    boolean isInUse() {
        return port != 0;
    }

    /** Without any address but those of relays. */
    MediaSection relayed() {
        return new MediaSection(kind, isInUse() ? Relayed.NO_PORT : 0, rest, Relayed.lines(lines));
    }
}
