package dev.parley.signaling.frame.sdp;

/** Some of the letters of ASCII. */
record Letters(boolean[] had) {

    static Letters of(String some) {
        var had = new boolean[128];
        some.chars().forEach(letter -> had[letter] = true);
        return new Letters(had);
    }

    boolean have(char c) {
        return c < had.length && had[c];
    }

    /** Whether a value of this length consists of them. */
    boolean make(String value, int min, int max) {
        return make(value, 0, value.length(), min, max);
    }

    /** Whether a part of this length does. */
    boolean make(String text, int from, int end, int min, int max) {
        if (end - from < min || end - from > max) return false;
        for (var at = from; at < end; at++) if (!have(text.charAt(at))) return false;
        return true;
    }
}
