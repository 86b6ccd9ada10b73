package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isPort;

import java.util.Optional;
import java.util.Set;

/**
 * An {@code m=} line: what is sent, and over what.
 *
 * @param port 0 means given up, or carried by another section of its bundle
 */
record MediaLine(String kind, int port, String protocol, String formats) {
    static final String BEGIN = "m=";

    private static final Set<String> KINDS = Set.of("audio", "video", "application");

    /** @return empty if it is not media that browsers send */
    static Optional<MediaLine> read(String line) {
        var words = line.substring(BEGIN.length()).split(" ", 4);
        if (words.length < 4 || !KINDS.contains(words[0]) || !isPort(words[1])) return Optional.empty();
        return Optional.of(new MediaLine(words[0], Integer.parseInt(words[1]), words[2], words[3]));
    }

    /** Whether its section connects by what it says itself. */
    boolean isInUse() {
        return port != 0;
    }

    MediaLine on(int port) {
        return new MediaLine(kind, port, protocol, formats);
    }

    String write() {
        return BEGIN + kind + " " + port + " " + protocol + " " + formats;
    }
}
