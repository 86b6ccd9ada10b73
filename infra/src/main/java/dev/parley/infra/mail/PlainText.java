package dev.parley.infra.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text from people harmless where lines have a meaning: in headers, in calendar documents and in logs. */
public final class PlainText {
    private static final int LONGEST_LINE = 300;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+");
    private static final Pattern UNPRINTABLE_BUT_BREAKS =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF&&[^\n]]+");

    private PlainText() {}

    /** However much comes in, and never half a character. */
    public static String line(@Nullable String text) {
        if (text == null) return "";
        var most = text.length() > 4 * LONGEST_LINE ? text.substring(0, 4 * LONGEST_LINE) : text;
        var line = UNPRINTABLE.matcher(most).replaceAll(" ").strip();
        if (line.length() <= LONGEST_LINE) return line;
        var end = LONGEST_LINE - (Character.isHighSurrogate(line.charAt(LONGEST_LINE - 2)) ? 2 : 1);
        return line.substring(0, end) + "…";
    }

    static String paragraphs(String text) {
        return UNPRINTABLE_BUT_BREAKS
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll(" ")
                .strip();
    }
}
