package dev.parley.infra.mail;

import java.util.regex.Pattern;

/** Makes text from people harmless where lines have a meaning: in headers and in calendar documents. */
final class PlainText {
    private static final int LONGEST_LINE = 300;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+");
    private static final Pattern UNPRINTABLE_BUT_BREAKS =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF&&[^\n]]+");

    private PlainText() {}

    static String line(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    static String paragraphs(String text) {
        return UNPRINTABLE_BUT_BREAKS
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll(" ")
                .strip();
    }
}
