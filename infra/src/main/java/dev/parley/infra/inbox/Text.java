package dev.parley.infra.inbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strangers' words as one harmless line. */
final class Text {
    private static final int LONGEST = 300;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+");

    private Text() {}

    static String line(@Nullable String words) {
        if (words == null) return "";
        var most = words.length() > 4 * LONGEST ? words.substring(0, 4 * LONGEST) : words;
        var line = UNPRINTABLE.matcher(most).replaceAll(" ").strip();
        if (line.length() <= LONGEST) return line;
        var end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
