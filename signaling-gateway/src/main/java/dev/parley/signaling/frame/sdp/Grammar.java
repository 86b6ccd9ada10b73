package dev.parley.signaling.frame.sdp;

/** The words of RFC 8866 §9 and RFC 8839 §5, narrowed to what browsers write. */
final class Grammar {
    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = DIGITS + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final Letters DIGIT = Letters.of(DIGITS);
    private static final Letters TOKEN = Letters.of(ALPHANUMERIC + "!#$%&'*+-.^_`{|}~");
    /** {@code ice-char}: what fragments, passwords and foundations are made of. */
    private static final Letters ICE = Letters.of(ALPHANUMERIC + "+/");

    private static final Letters HEX = Letters.of(DIGITS + "abcdefABCDEF");
    private static final Letters IP6 = Letters.of(DIGITS + "abcdefABCDEF:.");
    private static final Letters SCOPE = Letters.of(ALPHANUMERIC);
    private static final Letters HOST = Letters.of(ALPHANUMERIC + "-");
    private static final String MULTICAST = ".local";

    private Grammar() {}

    /** Printable ASCII: nothing that ends a line, hides, or changes the direction of reading. */
    static boolean isText(String value, int from, int end) {
        for (var at = from; at < end; at++) {
            var c = value.charAt(at);
            if (c < ' ' || c > '~') return false;
        }
        return true;
    }

    static boolean isToken(String value, int max) {
        return TOKEN.make(value, 1, max);
    }

    static boolean isToken(String text, int from, int end, int max) {
        return TOKEN.make(text, from, end, 1, max);
    }

    static boolean isIce(String value, int min, int max) {
        return ICE.make(value, min, max);
    }

    static boolean isNumber(String value, int digits) {
        return DIGIT.make(value, 1, digits);
    }

    static boolean isPort(String value) {
        return isNumber(value, 5) && Integer.parseInt(value) <= 65_535;
    }

    static boolean isIpAddress(String value) {
        return isIp4(value) || isIp6(value);
    }

    /** An address, or the name that hides one (draft-ietf-mmusic-mdns-ice-candidates). Any other name would be looked up by the receiver. */
    static boolean isAddress(String value) {
        return isIpAddress(value) || isMulticastName(value);
    }

    /** Pairs of hexadecimal digits, so many, with colons between them. */
    static boolean isBytes(String value, int many) {
        if (value.length() != 3 * many - 1) return false;
        for (var at = 0; at < value.length(); at++) {
            var c = value.charAt(at);
            if (at % 3 == 2 ? c != ':' : !HEX.have(c)) return false;
        }
        return true;
    }

    private static boolean isIp4(String value) {
        var from = 0;
        for (var octet = 1; octet <= 4; octet++) {
            var end = octet < 4 ? value.indexOf('.', from) : value.length();
            if (end < 0 || !isOctet(value, from, end)) return false;
            from = end + 1;
        }
        return true;
    }

    /** 0 to 255; three digits do not begin with 0, which some would read as octal. */
    private static boolean isOctet(String value, int from, int end) {
        if (end <= from || end - from > 3) return false;
        var number = 0;
        for (var at = from; at < end; at++) {
            if (!DIGIT.have(value.charAt(at))) return false;
            number = 10 * number + value.charAt(at) - '0';
        }
        return number <= 255 && (end - from < 3 || number >= 100);
    }

    private static boolean isIp6(String value) {
        if (value.indexOf(':') < 0) return false;
        var scope = value.indexOf('%');
        if (scope < 0) return IP6.make(value, 2, 45);
        return IP6.make(value.substring(0, scope), 2, 45) && SCOPE.make(value.substring(scope + 1), 1, 15);
    }

    private static boolean isMulticastName(String value) {
        return value.endsWith(MULTICAST) && HOST.make(value.substring(0, value.length() - MULTICAST.length()), 1, 63);
    }
}
