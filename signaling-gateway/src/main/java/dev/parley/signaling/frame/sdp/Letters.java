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
        if (value.length() < min || value.length() > max) return false;
        for (var at = 0; at < value.length(); at++) if (!have(value.charAt(at))) return false;
        return true;
    }
}
