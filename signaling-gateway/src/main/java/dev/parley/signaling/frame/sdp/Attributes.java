package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isBytes;
import static dev.parley.signaling.frame.sdp.Grammar.isIce;
import static dev.parley.signaling.frame.sdp.Grammar.isIpAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isPort;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What may stand in an {@code a=} line. Those that decide who hears whom are checked word by word; the others only for being plain text. */
final class Attributes {
    /** Hash functions that are not broken, with the bytes of their values (RFC 8122 §5; MD2, MD5 and SHA-1 are gone). */
    private static final Map<String, Integer> HASHES =
            Map.of("sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512", 64);

    private static final Set<String> ROLES = Set.of("active", "passive", "actpass", "holdconn");
    private static final Map<String, Predicate<String>> CHECKED = Map.of(
            "fingerprint", Attributes::isFingerprint,
            "ice-ufrag", value -> isIce(value, 4, 256),
            "ice-pwd", value -> isIce(value, 22, 256),
            "setup", ROLES::contains,
            "mid", value -> isToken(value, 64),
            "rtcp", Attributes::isRtcp,
            "candidate", value -> CandidateLine.read("candidate:" + value).isPresent(),
            "sctp-port", Grammar::isPort,
            "max-message-size", value -> isNumber(value, 19));
    /** Of which a second one would leave it to the reader which counts. */
    private static final Set<String> SINGLE =
            Set.of("ice-ufrag", "ice-pwd", "setup", "mid", "rtcp", "sctp-port", "max-message-size");

    private Attributes() {}

    /** Keys in the open: with them, whoever carries the description could listen (RFC 8826 §4.3.1, RFC 8827 §6.5). */
    static boolean carriesKeys(String name) {
        return name.equals("crypto") || name.equals("key-mgmt");
    }

    /** What its value must be; empty if any text will do. */
    static Optional<Predicate<String>> grammarOf(String name) {
        return Optional.ofNullable(CHECKED.get(name));
    }

    static boolean isSingle(String name) {
        return SINGLE.contains(name);
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
