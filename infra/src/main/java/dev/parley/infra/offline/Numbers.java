package dev.parley.infra.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the first number in a sentence, in digits or in English words up to twenty. */
final class Numbers {
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\w.-])(\\d{1,3}(?:[, ]\\d{3})+|\\d{1,12})(\\.\\d{1,4})?(?![\\d]|e\\d|-\\d)");
    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private Numbers() {}

    /** @param sentence in lower case; @return the number without separators, for instance {@code 40000} or {@code 2.5} */
    static Optional<String> in(String sentence) {
        var digits = DIGITS.matcher(sentence);
        if (digits.find()) {
            var fraction = digits.group(2) == null ? "" : digits.group(2);
            return Optional.of(digits.group(1).replaceAll("[, ]", "") + fraction);
        }
        for (var word : sentence.split("[^a-z]+"))
            if (WORDS.contains(word)) return Optional.of(Integer.toString(WORDS.indexOf(word)));
        return Optional.empty();
    }
}
