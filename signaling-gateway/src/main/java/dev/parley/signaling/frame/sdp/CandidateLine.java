package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isIce;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isPort;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import dev.parley.api.meeting.LinkQuality.CandidateType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to reach a browser (RFC 8839 §5.1): {@code candidate:<foundation> <component> <transport> <priority> <address> <port> typ <type> …}. */
public final class CandidateLine {
    private static final String NAME = "candidate:";
    private static final int FIXED = 8;
    /** Of pairs after the type: {@code raddr}, {@code rport}, {@code tcptype}, {@code generation}, {@code ufrag} and the like. */
    private static final int EXTENSIONS = 16;

    private final String line;
    private final List<String> words;
    private final CandidateType type;

    private CandidateLine(String line, List<String> words, CandidateType type) {
        this.line = line;
        this.words = words;
        this.type = type;
    }

    /** @return empty if it is not one */
    public static Optional<CandidateLine> read(String line) {
        if (!line.startsWith(NAME)) return Optional.empty();
        var words = List.of(line.substring(NAME.length()).split(" ", -1));
        if (words.size() < FIXED || words.size() % 2 != 0 || words.size() > FIXED + 2 * EXTENSIONS)
            return Optional.empty();
        if (!isPath(words) || !areExtensions(words)) return Optional.empty();
        return type(words.get(7)).map(type -> new CandidateLine(line, words, type));
    }

    public boolean isRelay() {
        return type == CandidateType.RELAY;
    }

    /** A relay's candidate also says where its user is, for people who look for faults (RFC 8839 §5.1); this one does not. */
    public CandidateLine withoutOrigin() {
        var kept = new ArrayList<>(words);
        for (var at = FIXED; at < kept.size(); at += 2) {
            if (kept.get(at).equals("raddr")) kept.set(at + 1, kept.get(at + 1).contains(":") ? "::" : "0.0.0.0");
            if (kept.get(at).equals("rport")) kept.set(at + 1, "0");
        }
        return new CandidateLine(NAME + String.join(" ", kept), kept, type);
    }

    public String write() {
        return line;
    }

    private static boolean isPath(List<String> words) {
        return isIce(words.get(0), 1, 32)
                && isNumber(words.get(1), 3)
                && isTransport(words.get(2))
                && isNumber(words.get(3), 10)
                && isAddress(words.get(4))
                && isPort(words.get(5))
                && words.get(6).equals("typ");
    }

    private static boolean isTransport(String word) {
        return word.equalsIgnoreCase("udp") || word.equalsIgnoreCase("tcp");
    }

    private static boolean areExtensions(List<String> words) {
        for (var at = FIXED; at < words.size(); at += 2)
            if (!isExtension(words.get(at), words.get(at + 1))) return false;
        return true;
    }

    private static boolean isExtension(String name, String value) {
        return switch (name) {
            case "raddr" -> isAddress(value);
            case "rport" -> isPort(value);
            case "tcptype" -> Set.of("active", "passive", "so").contains(value);
            case "ufrag" -> isIce(value, 4, 256);
            default -> isToken(name, 32) && isToken(value, 64);
        };
    }

    private static Optional<CandidateType> type(String name) {
        return switch (name) {
            case "host" -> Optional.of(CandidateType.HOST);
            case "srflx" -> Optional.of(CandidateType.SRFLX);
            case "prflx" -> Optional.of(CandidateType.PRFLX);
            case "relay" -> Optional.of(CandidateType.RELAY);
            default -> Optional.empty();
        };
    }
}
