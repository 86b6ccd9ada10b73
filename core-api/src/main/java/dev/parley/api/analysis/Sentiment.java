package dev.parley.api.analysis;

/**
 * How somebody feels about what they speak of, by their words alone: nothing is inferred from a voice (EU AI Act, Art. 5(1)(f)).
 *
 * @param confidence 0 to 1
 */
public record Sentiment(Mood mood, double confidence) {

    public enum Mood {
        NEGATIVE,
        NEUTRAL,
        POSITIVE
    }
}
