package dev.parley.infra.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Sentiment.Mood;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against 176 sentences in three languages that were labelled before there were rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfflineAnalystTest {
    private final OfflineAnalyst analyst = new OfflineAnalyst();

    private record Labelled(String mood, Set<String> signals, String text) {}

    @Test
    void signals_are_found_and_told_from_their_opposites() throws IOException {
        var right = 0;
        var claimed = 0;
        var wanted = 0;
        var mistakes = new ArrayList<String>();
        for (var sentence : labelled()) {
            var found = found(sentence.text());
            claimed += found.size();
            wanted += sentence.signals().size();
            right += (int) found.stream().filter(sentence.signals()::contains).count();
            if (!found.equals(sentence.signals()))
                mistakes.add("wanted %s, found %s: %s".formatted(sentence.signals(), found, sentence.text()));
        }
        var f1 = 2.0 * right / (claimed + wanted);
        System.out.printf("buying signals: F1 %.3f over %d labels%n", f1, wanted);
        assertThat(f1).as(String.join("\n", mistakes)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void moods_are_told_by_words() throws IOException {
        var mistakes = new ArrayList<String>();
        var all = labelled();
        for (var sentence : all) {
            var mood = analyst.read(sentence.text()).sentiment().mood();
            if (mood != mood(sentence.mood())) mistakes.add(mood + ": " + sentence.text());
        }
        System.out.printf("moods: %d of %d right%n", all.size() - mistakes.size(), all.size());
        assertThat((double) mistakes.size() / all.size())
                .as(String.join("\n", mistakes))
                .isLessThanOrEqualTo(0.1);
    }

    @Test
    void every_reading_is_borne_out_by_the_words() throws IOException {
        for (var sentence : labelled()) {
            var twice = sentence.text() + " \uD83D\uDE00 " + sentence.text();
            analyst.read(twice).mustFit(twice);
        }
    }

    @Test
    void no_budget_this_year_is_about_budget_and_there_is_none() {
        assertThat(analyst.read("There is no budget this year.").signals())
                .filteredOn(signal -> signal.kind() == BuyingSignal.Kind.BUDGET)
                .singleElement()
                .satisfies(signal -> assertThat(signal.negated()).isTrue())
                .satisfies(signal -> assertThat(signal.quote()).isEqualTo("budget"));
    }

    @Test
    void a_no_reaches_no_further_than_its_clause() {
        assertThat(found("We have no time, but there is a budget.")).contains("budget");
    }

    private Set<String> found(String text) {
        return analyst.read(text).signals().stream()
                .map(signal -> (signal.negated() ? "-" : "")
                        + signal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Mood mood(String label) {
        return switch (label) {
            case "+" -> Mood.POSITIVE;
            case "-" -> Mood.NEGATIVE;
            default -> Mood.NEUTRAL;
        };
    }

    private static List<Labelled> labelled() throws IOException {
        try (var file = OfflineAnalystTest.class.getResourceAsStream("/analysis/labelled.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Labelled(parts[0], signals(parts[1]), parts[2]))
                    .toList();
        }
    }

    private static Set<String> signals(String labels) {
        var signals = new HashSet<>(Set.of(labels.split(",")));
        signals.remove("none");
        return new TreeSet<>(signals);
    }
}
