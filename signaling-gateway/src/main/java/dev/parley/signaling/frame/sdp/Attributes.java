package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isIce;
import static dev.parley.signaling.frame.sdp.Grammar.isIpAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isPort;
import static dev.parley.signaling.frame.sdp.Grammar.isText;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in an {@code a=} line. Those that decide who hears whom are checked word by word; the others only for being plain text. */
final class Attributes {
    /** Hash functions that are not broken, with the bytes of their values (RFC 8122 §5; MD2, MD5 and SHA-1 are gone). */
    private static final Map<String, Integer> HASHES =
            Map.of("sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512", 64);

    private static final Pattern BYTES = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2})*");
    /** Keys in the open: with them, whoever carries the description could listen (RFC 8826 §4.3.1, RFC 8827 §6.5). */
    private static final Set<String> KEYS = Set.of("crypto", "key-mgmt");

    private static final Set<String> ROLES = Set.of("active", "passive", "actpass", "holdconn");
    /** Of which a second one would leave it to the reader which counts. */
    static final Set<String> SINGLE =
            Set.of("ice-ufrag", "ice-pwd", "setup", "mid", "rtcp", "sctp-port", "max-message-size");

    private Attributes() {}

    static boolean carriesKeys(String name) {
        return KEYS.contains(name);
    }

    static boolean isWellFormed(String name, String value) {
        return switch (name) {
            case "fingerprint" -> isFingerprint(value);
            case "ice-ufrag" -> isIce(value, 4, 256);
            case "ice-pwd" -> isIce(value, 22, 256);
            case "setup" -> ROLES.contains(value);
            case "mid" -> isToken(value, 64);
            case "rtcp" -> isRtcp(value);
            case "candidate" -> CandidateLine.read("candidate:" + value).isPresent();
            case "sctp-port" -> isPort(value);
            case "max-message-size" -> isNumber(value, 19);
            default -> isToken(name, 64) && isText(value);
        };
    }

    private static boolean isFingerprint(String value) {
        var words = value.split(" ", -1);
        if (words.length != 2) return false;
        var bytes = HASHES.get(words[0].toLowerCase(Locale.ROOT));
        return bytes != null
                && words[1].length() == 3 * bytes - 1
                && BYTES.matcher(words[1]).matches();
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
