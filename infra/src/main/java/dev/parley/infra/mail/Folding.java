package dev.parley.infra.mail;

import java.nio.charset.StandardCharsets;

/** Folds lines at 75 octets (RFC 5545 §3.1). The library counts characters, and cuts those that take two. */
final class Folding {
    private static final int OCTETS = 75;

    private Folding() {}

    static String fold(String document) {
        var folded = new StringBuilder(document.length() + document.length() / 32);
        document.lines().forEach(line -> foldLine(line, folded));
        return folded.toString();
    }

    private static void foldLine(String line, StringBuilder folded) {
        var octets = 0;
        for (var i = 0; i < line.length(); ) {
            var character = Character.toString(line.codePointAt(i));
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
            i += character.length();
        }
        folded.append("\r\n");
    }
}
