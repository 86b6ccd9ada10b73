package dev.parley.signaling.frame.sdp;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The words of RFC 8866 §9 and RFC 8839 §5, narrowed to what browsers write. */
final class Grammar {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`{|}~";
    private static final Pattern IP4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IP6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}(%[0-9A-Za-z]{1,15})?");
    private static final Pattern MULTICAST_NAME = Pattern.compile("[A-Za-z0-9-]{1,63}\\.local");

    private Grammar() {}

    /** Printable ASCII: nothing that ends a line, hides, or changes the direction of reading. */
    static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    static boolean isToken(String value, int max) {
        return consistsOf(value, 1, max, c -> isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0);
    }

    /** {@code ice-char}: what fragments, passwords and foundations are made of. */
    static boolean isIce(String value, int min, int max) {
        return consistsOf(value, min, max, c -> isAlphanumeric(c) || c == '+' || c == '/');
    }

    static boolean isNumber(String value, int digits) {
        return consistsOf(value, 1, digits, c -> c >= '0' && c <= '9');
    }

    static boolean isPort(String value) {
        return isNumber(value, 5) && Integer.parseInt(value) <= 65_535;
    }

    static boolean isIpAddress(String value) {
        return IP4.matcher(value).matches() || IP6.matcher(value).matches();
    }

    /** An address, or the name that hides one (draft-ietf-mmusic-mdns-ice-candidates). Any other name would be looked up by the receiver. */
    static boolean isAddress(String value) {
        return isIpAddress(value) || MULTICAST_NAME.matcher(value).matches();
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean consistsOf(String value, int min, int max, IntPredicate allowed) {
        return value.length() >= min && value.length() <= max && value.chars().allMatch(allowed);
    }
}
