package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isBytes;
import static dev.parley.signaling.frame.sdp.Grammar.isIce;
import static dev.parley.signaling.frame.sdp.Grammar.isIpAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isPort;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What may stand in an {@code a=} line. Those that decide who hears whom are checked word by word; the others only for being plain text. */
final class Attributes {
    /** Hash functions that are not broken, with the bytes of their values (RFC 8122 §5; MD2, MD5 and SHA-1 are gone). */
    private static final Map<String, Integer> HASHES =
            Map.of("sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512", 64);

    private static final Set<String> ROLES = Set.of("active", "passive", "actpass", "holdconn");
    private static final List<Attribute> CHECKED = List.of(
            new Attribute("fingerprint", false, Attributes::isFingerprint),
            new Attribute(
                    "candidate",
                    false,
                    value -> CandidateLine.read("candidate:" + value).isPresent()),
            new Attribute("ice-ufrag", true, value -> isIce(value, 4, 256)),
            new Attribute("ice-pwd", true, value -> isIce(value, 22, 256)),
            new Attribute("setup", true, ROLES::contains),
            new Attribute("mid", true, value -> isToken(value, 64)),
            new Attribute("rtcp", true, Attributes::isRtcp),
            new Attribute("sctp-port", true, Grammar::isPort),
            new Attribute("max-message-size", true, value -> isNumber(value, 19)));
    /** Most names have a length that none of these has, or one of them. */
    private static final List<List<Attribute>> BY_LENGTH = IntStream.rangeClosed(0, 16)
            .mapToObj(length -> CHECKED.stream()
                    .filter(one -> one.name().length() == length)
                    .toList())
            .toList();

    private Attributes() {}

    /**
     * One that is checked.
     *
     * @param single of which a second one would leave it to the reader which counts
     */
    record Attribute(String name, boolean single, Predicate<String> grammar) {
        boolean is(String other) {
            return name.equals(other);
        }
    }

    /** Keys in the open: with them, whoever carries the description could listen (RFC 8826 §4.3.1, RFC 8827 §6.5). */
    static boolean carriesKeys(String text, int from, int end) {
        return isAt(text, from, end, "crypto") || isAt(text, from, end, "key-mgmt");
    }

    /** The one whose name stands there; none if any text may follow that name. */
    static Optional<Attribute> checked(String text, int from, int end) {
        if (end - from >= BY_LENGTH.size()) return Optional.empty();
        for (var one : BY_LENGTH.get(end - from)) if (isAt(text, from, end, one.name())) return Optional.of(one);
        return Optional.empty();
    }

    private static boolean isAt(String text, int from, int end, String name) {
        return end - from == name.length() && text.startsWith(name, from);
    }

    private static boolean isFingerprint(String value) {
        var words = value.split(" ", -1);
        if (words.length != 2) return false;
        var bytes = HASHES.get(words[0].toLowerCase(Locale.ROOT));
        return bytes != null && isBytes(words[1], bytes);
    }

    /** {@code <port>} or {@code <port> IN IP4 <address>} (RFC 3605 §2.1). */
    private static boolean isRtcp(String value) {
        var words = value.split(" ", -1);
        if (!isPort(words[0])) return false;
        return words.length == 1
                || words.length == 4
                        && words[1].equals("IN")
                        && Set.of("IP4", "IP6").contains(words[2])
                        && isIpAddress(words[3]);
    }
}
