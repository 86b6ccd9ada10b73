package dev.parley.infra.offline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the amounts in a sentence, in digits or in words: {@code €40k}, {@code 40.000 Euro}, {@code zwölf Leute}. */
final class Amounts {
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,:/-])(?<before>[€$£]\\s?)?(?<whole>\\d{1,3}(?:[.,' ]\\d{3})+(?!\\d)|\\d{1,12})(?:[.,](?<part>\\d{1,2}))?(?![\\d:/]|[eE]\\d|-\\d|\\.\\d|(?:st|nd|rd|th)\\b)"
                    + "(?:\\s?(?<scale>k|m|thousand|million|tausend|tsd\\.?|mio\\.?|millionen|mil|millones|grand)\\b)?(?<after>\\s?(?:[€$£%]|(?:percent|prozent|por ciento|euros?|eur|dollars?|usd|dólares|pounds?|gbp|pfund)\\b))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)?");
    private static final Pattern UNIT_AFTER = Pattern.compile(
            "^\\s?([€$£%]|(?:percent|prozent|por ciento|euros?|eur|dollars?|bucks|usd|dólares|pounds?|gbp|pfund)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern TOO_SHORT_ALONE =
            Pattern.compile("one|a|an|ein|eine|einen|un|una|uno|once|mil|null", Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> SCALES = Map.ofEntries(
            Map.entry("k", BigDecimal.valueOf(1_000)),
            Map.entry("thousand", BigDecimal.valueOf(1_000)),
            Map.entry("grand", BigDecimal.valueOf(1_000)),
            Map.entry("tausend", BigDecimal.valueOf(1_000)),
            Map.entry("tsd", BigDecimal.valueOf(1_000)),
            Map.entry("mil", BigDecimal.valueOf(1_000)),
            Map.entry("m", BigDecimal.valueOf(1_000_000)),
            Map.entry("million", BigDecimal.valueOf(1_000_000)),
            Map.entry("mio", BigDecimal.valueOf(1_000_000)),
            Map.entry("millionen", BigDecimal.valueOf(1_000_000)),
            Map.entry("millones", BigDecimal.valueOf(1_000_000)));

    private Amounts() {}

    /**
     * @param value without separators, for instance {@code 40000} or {@code 2.5}
     * @param unit a currency code or {@code %}
     * @param next the words that follow, in lower case, since they say what was counted
     */
    record Amount(String value, Optional<String> unit, String next, int start, int end) {
        boolean isMoney() {
            return unit.filter(code -> code.length() == 3).isPresent();
        }
    }

    static List<Amount> in(String sentence) {
        var found = new ArrayList<Amount>();
        inDigits(sentence, found);
        inWords(sentence, found);
        found.sort(Comparator.comparingInt(Amount::start));
        return found;
    }

    private static void inDigits(String sentence, List<Amount> found) {
        var digits = DIGITS.matcher(sentence);
        while (digits.find()) {
            var whole = digits.group("whole").replaceAll("[.,' ]", "");
            var unit = unit(digits.group("before")).or(() -> unit(digits.group("after")));
            if (YEAR.matcher(digits.group().strip()).matches() && unit.isEmpty() && isDated(sentence, digits.start()))
                continue;
            var part = digits.group("part");
            var number = new BigDecimal(part == null ? whole : whole + "." + part);
            var scale = digits.group("scale");
            if (scale != null)
                number = number.multiply(
                        SCALES.get(scale.toLowerCase(Locale.ROOT).replace(".", "")));
            found.add(amount(sentence, plain(number), unit, digits.start(), digits.end()));
        }
    }

    private static void inWords(String sentence, List<Amount> found) {
        var words = new ArrayList<String>();
        var start = 0;
        var end = 0;
        for (var matcher = WORD.matcher(sentence); matcher.find(); ) {
            var word = matcher.group().toLowerCase(Locale.ROOT);
            var goesOn = NumberWords.isOne(word) || (!words.isEmpty() && NumberWords.joins(word));
            if (!goesOn
                    || (!words.isEmpty()
                            && sentence.substring(end, matcher.start()).contains(","))) {
                flush(sentence, words, start, end, found);
                if (!NumberWords.isOne(word)) continue;
            }
            if (words.isEmpty()) start = matcher.start();
            words.add(word);
            end = matcher.end();
        }
        flush(sentence, words, start, end, found);
    }

    private static void flush(String sentence, List<String> words, int start, int end, List<Amount> found) {
        while (!words.isEmpty() && NumberWords.joins(words.getLast())) words.removeLast();
        if (words.size() > 1
                && TOO_SHORT_ALONE.matcher(words.getFirst()).matches()
                && NumberWords.isSmall(words.get(1))) words.removeFirst(); // "eine acht", "un ocho"
        var isWord = !words.isEmpty()
                && !(words.size() == 1
                        && TOO_SHORT_ALONE.matcher(words.getFirst()).matches())
                && found.stream().noneMatch(amount -> amount.start() < end && start < amount.end());
        if (isWord) {
            var after = UNIT_AFTER.matcher(sentence.substring(end));
            var unit = after.find() ? unit(after.group(1)) : Optional.<String>empty();
            found.add(amount(sentence, Long.toString(NumberWords.valueOf(words)), unit, start, end));
        }
        words.clear();
    }

    private static Amount amount(String sentence, String value, Optional<String> unit, int start, int end) {
        var after = sentence.substring(end, Math.min(sentence.length(), end + 40));
        var next = after.split("[,.;:\\d]", 2)[0].toLowerCase(Locale.ROOT);
        return new Amount(value, unit, next, start, end);
    }

    private static boolean isDated(String sentence, int at) {
        return sentence.substring(0, at)
                .toLowerCase(Locale.ROOT)
                .matches(
                        "(?s).*\\b(?:in|since|by|until|before|after|of|seit|bis|ab|im|en|desde|hasta|de|\\p{L}{3,10}) $");
    }

    private static Optional<String> unit(@Nullable String written) {
        if (written == null) return Optional.empty();
        var unit = written.strip().toLowerCase(Locale.ROOT);
        if (unit.startsWith("€") || unit.startsWith("eur")) return Optional.of("EUR");
        if (unit.startsWith("£")
                || unit.startsWith("p")
                        && !unit.startsWith("per")
                        && !unit.startsWith("pro")
                        && !unit.startsWith("por")) return Optional.of("GBP");
        if (unit.startsWith("g")) return Optional.of("GBP");
        if (unit.startsWith("$") || unit.startsWith("d") || unit.startsWith("u") || unit.startsWith("b"))
            return Optional.of("USD");
        return Optional.of("%");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                ? number.toBigInteger().toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
