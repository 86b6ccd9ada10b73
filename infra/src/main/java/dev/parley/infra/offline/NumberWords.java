package dev.parley.infra.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What number words mean, in English, German and Spanish, up to the millions. */
final class NumberWords {
    private static final Map<String, Long> SMALL = new HashMap<>();
    private static final Map<String, Long> SCALES = new HashMap<>();

    static {
        from(
                0,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        from(
                0,
                "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn");
        from(
                0,
                "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve");
        tens("twenty thirty forty fifty sixty seventy eighty ninety");
        tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
        tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa");
        hundreds("doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos");
        SMALL.putAll(Map.of("eins", 1L, "eine", 1L, "einen", 1L, "zwo", 2L, "dreissig", 30L, "un", 1L, "una", 1L));
        SMALL.putAll(Map.of("dozen", 12L, "dutzend", 12L, "docena", 12L, "cien", 100L, "ciento", 100L));
        for (var word : List.of("hundred", "hundert")) SCALES.put(word, 100L);
        for (var word : List.of("thousand", "tausend", "mil", "grand")) SCALES.put(word, 1_000L);
        for (var word : List.of("million", "millions", "millionen", "millón", "millones")) SCALES.put(word, 1_000_000L);
    }

    private NumberWords() {}

    private static void from(long first, String words) {
        var number = first;
        for (var word : words.split(" ")) SMALL.put(word, number++);
    }

    private static void tens(String words) {
        var number = 20L;
        for (var word : words.split(" ")) {
            SMALL.put(word, number);
            number += 10;
        }
    }

    private static void hundreds(String words) {
        var number = 200L;
        for (var word : words.split(" ")) {
            SMALL.put(word, number);
            number += 100;
        }
    }

    /** Words that join a number but are none. */
    static boolean joins(String word) {
        return word.equals("and") || word.equals("und") || word.equals("y");
    }

    /** @param word one word in lower case, German compounds and English hyphens included */
    static boolean isOne(String word) {
        return SCALES.containsKey(word)
                || SMALL.containsKey(word)
                || compound(word).isPresent();
    }

    static boolean isSmall(String word) {
        return SMALL.containsKey(word);
    }

    /** @param words that are numbers or join them */
    static long valueOf(List<String> words) {
        var whole = 0L;
        var part = 0L;
        for (var word : words) {
            var scale = SCALES.get(word);
            if (scale == null) {
                part += joins(word) ? 0 : small(word);
            } else if (scale == 100) {
                part = Math.max(part, 1) * 100;
            } else {
                whole += Math.max(part, 1) * scale;
                part = 0;
            }
        }
        return whole + part;
    }

    private static long small(String word) {
        var known = SMALL.get(word);
        return known != null ? known : compound(word).orElse(0);
    }

    /** Twenty-five, fünfundzwanzig, zweihundertfünfzig, vierzigtausend. */
    private static OptionalLong compound(String word) {
        var known = SMALL.get(word);
        if (known != null) return OptionalLong.of(known);
        if (word.length() > 60) return OptionalLong.empty();
        for (var join : List.of("-", "tausend", "hundert", "und")) {
            var at = word.indexOf(join);
            if (at < 0) continue;
            var before = word.substring(0, at);
            var after = word.substring(at + join.length());
            var left = before.isEmpty() ? OptionalLong.of(1) : compound(before);
            var right = after.isEmpty() ? OptionalLong.of(0) : compound(strip(after));
            if (left.isEmpty() || right.isEmpty() || (after.isEmpty() && join.length() < 7))
                return OptionalLong.empty();
            return OptionalLong.of(
                    switch (join) {
                        case "tausend" -> left.getAsLong() * 1_000 + right.getAsLong();
                        case "hundert" -> left.getAsLong() * 100 + right.getAsLong();
                        case "-", "und" -> left.getAsLong() + right.getAsLong();
                        default -> throw new IllegalStateException(join);
                    });
        }
        return OptionalLong.empty();
    }

    private static String strip(String word) {
        return word.startsWith("und") ? word.substring(3) : word;
    }
}
