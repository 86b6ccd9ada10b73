package dev.parley.benchmarks.promises;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a trial counted. The promise is kept if everything that must be some number is that number. */
final class Verdict {
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private @Nullable String skipped;

    static Verdict skipped(String why) {
        var verdict = new Verdict();
        verdict.skipped = why;
        return verdict;
    }

    /** For the reader only. */
    Verdict told(String name, long value) {
        figures.put(name, value);
        return this;
    }

    Verdict mustBe(long expected, String name, long value) {
        if (value != expected) broken.put(name, value + " instead of " + expected);
        return told(name, value);
    }

    Verdict mustReach(long least, String name, long value) {
        if (value < least) broken.put(name, value + " of at least " + least);
        return told(name, value);
    }

    Verdict mustNotPass(long most, String name, long value) {
        if (value > most) broken.put(name, value + ", more than " + most);
        return told(name, value);
    }

    boolean wasSkipped() {
        return skipped != null;
    }

    boolean kept() {
        return broken.isEmpty();
    }

    Map<String, Long> figures() {
        return figures;
    }

    @Override
    public String toString() {
        if (skipped != null) return "skipped: " + skipped;
        var all = figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(", "));
        return kept() ? all : all + "; wrong: " + broken;
    }
}
