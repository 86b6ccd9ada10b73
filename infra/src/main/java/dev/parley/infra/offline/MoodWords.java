package dev.parley.infra.offline;

import dev.parley.api.analysis.Sentiment;
import dev.parley.api.analysis.Sentiment.Mood;
import java.util.List;
import java.util.regex.Pattern;

/** Weighs the words that tell a mood against each other; what is denied turns round. */
final class MoodWords {
    private static final double SURE_OF_NOTHING = 0.5;

    private final Pattern good;
    private final Pattern bad;

    private MoodWords(Pattern good, Pattern bad) {
        this.good = good;
        this.bad = bad;
    }

    static MoodWords shipped() {
        var lines = RuleLines.of("/analysis/moods.tsv");
        return new MoodWords(anyOf(lines, "+"), anyOf(lines, "-"));
    }

    private static Pattern anyOf(List<RuleLines.RuleLine> lines, String mood) {
        var words = lines.stream()
                .filter(line -> line.name().equals(mood))
                .map(line -> line.words().replace(' ', '|').replace("*", "\\p{L}*"))
                .toList();
        return RuleLines.alone(String.join("|", words));
    }

    /** The confidence rises with how much one side outweighs the other. */
    Sentiment of(String text) {
        var mood = 0;
        for (var clause : Clause.in(text)) mood += weight(clause);
        if (mood == 0) return new Sentiment(Mood.NEUTRAL, SURE_OF_NOTHING);
        return new Sentiment(mood > 0 ? Mood.POSITIVE : Mood.NEGATIVE, 1 - 1.0 / (1 + Math.abs(mood)));
    }

    private int weight(Clause clause) {
        var words = clause.text().substring(clause.from(), clause.to());
        var mood = count(good, words) - count(bad, words);
        return mood != 0 && clause.isDenied() && count(bad, words) <= 1 ? -mood : mood;
    }

    private static int count(Pattern pattern, String words) {
        return (int) pattern.matcher(words).results().count();
    }
}
