package dev.parley.infra.mail;

/** Folds lines at 75 octets (RFC 5545 §3.1). The library counts characters, and cuts those that take two. */
final class Folding {
    private static final int OCTETS = 75;

    private final String document;
    private final StringBuilder folded;
    private int octets;
    private int written;

    private Folding(String document) {
        this.document = document;
        this.folded = new StringBuilder(document.length() + document.length() / 32 + 2);
    }

    static String fold(String document) {
        return new Folding(document).folded();
    }

    private String folded() {
        for (var at = 0; at < document.length(); ) at = after(at);
        if (written < document.length()) endLine(document.length(), document.length());
        return folded.toString();
    }

    /** @return where the next character begins */
    private int after(int at) {
        var character = document.codePointAt(at);
        var next = at + Character.charCount(character);
        if (character == '\n') return endLine(at, next);
        if (character == '\r') return endLine(at, document.startsWith("\n", next) ? next + 1 : next);
        var size = octets(character);
        if (octets + size > OCTETS) {
            folded.append(document, written, at).append("\r\n ");
            written = at;
            octets = 1;
        }
        octets += size;
        return next;
    }

    private int endLine(int end, int next) {
        folded.append(document, written, end).append("\r\n");
        written = next;
        octets = 0;
        return next;
    }

    /** In UTF-8; half a pair, which has no octets there, is written as a question mark. */
    private static int octets(int character) {
        if (character < 0x80) return 1;
        if (character < 0x800) return 2;
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) return 1;
        return character < 0x10000 ? 3 : 4;
    }
}
