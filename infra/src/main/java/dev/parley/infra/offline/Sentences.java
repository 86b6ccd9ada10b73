package dev.parley.infra.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into sentences; the dots of numbers, dates, names and titles do not end one. */
final class Sentences {
    private static final Set<String> SHORTENED =
            Set.of("dr", "mr", "mrs", "ms", "hr", "fr", "st", "ca", "z", "b", "sr", "sra");

    private Sentences() {}

    static List<String> in(String text) {
        var sentences = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            if (!ends(text, i)) continue;
            while (i + 1 < text.length() && isEnd(text.charAt(i + 1))) i++;
            add(sentences, text.substring(start, i + 1));
            start = i + 1;
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static void add(List<String> sentences, String part) {
        var sentence = part.strip();
        if (sentence.chars().anyMatch(Character::isLetterOrDigit)) sentences.add(sentence);
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '…';
    }

    private static boolean ends(String text, int at) {
        if (text.charAt(at) != '.') return isEnd(text.charAt(at));
        if (at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1))) return false;
        return !isGermanOrdinal(text, at) && !SHORTENED.contains(wordBefore(text, at));
    }

    /** As in "1. März": a short number, a dot, and the sentence goes on with a month. */
    private static boolean isGermanOrdinal(String text, int at) {
        return wordBefore(text, at).matches("\\d{1,2}")
                && at + 5 < text.length()
                && Dates.beginsWithMonth(text.substring(at + 1).stripLeading());
    }

    private static String wordBefore(String text, int at) {
        var from = at;
        while (from > 0 && at - from < 5 && Character.isLetterOrDigit(text.charAt(from - 1))) from--;
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }
}
