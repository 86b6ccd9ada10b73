package dev.parley.infra.zones;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A release of the tz database: a year and a letter, as in 2026b. After z comes za.
 *
 * @param letters one or two
 */
public record TzdbVersion(int year, String letters) implements Comparable<TzdbVersion> {
    /** "gtz" marks global-tz, the same releases with nothing merged that differed before 1970. */
    private static final Pattern FORM = Pattern.compile("(2\\d{3})([a-z]|z[a-z])(gtz)?");

    private static final Comparator<TzdbVersion> BY_AGE = Comparator.comparingInt(TzdbVersion::year)
            .thenComparingInt(version -> version.letters().length())
            .thenComparing(TzdbVersion::letters);

    static Optional<TzdbVersion> of(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(form -> form.matches())
                .map(form -> new TzdbVersion(Integer.parseInt(form.group(1)), form.group(2)));
    }

    boolean isNewerThan(TzdbVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(TzdbVersion other) {
        return BY_AGE.compare(this, other);
    }

    @Override
    public String toString() {
        return year + letters;
    }
}
