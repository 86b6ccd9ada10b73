package dev.parley.signaling.floor;

import dev.parley.api.transcript.Phrase;
import java.time.Duration;

/**
 * How long somebody must be silent to be done, by how their words end.
 *
 * @param complete at least, after words that may be all; the pauses a speaker makes raise it
 * @param slowest at most, after words that may be all, however slow the speaker
 * @param number digits come in groups
 * @param open after a word that something must follow
 * @param spelling letters come one by one
 * @param hesitation after a word that only keeps the floor
 * @param stable how long the words must not have changed
 * @param closes how long a turn lasts whose microphone is gone
 */
public record EndpointSettings(
        Duration complete,
        Duration slowest,
        Duration number,
        Duration open,
        Duration spelling,
        Duration hesitation,
        Duration stable,
        Duration closes) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    public EndpointSettings {
        mustBeBounded("complete", complete);
        mustBeBounded("slowest", slowest);
        mustBeBounded("number", number);
        mustBeBounded("open", open);
        mustBeBounded("spelling", spelling);
        mustBeBounded("hesitation", hesitation);
        mustBeBounded("stable", stable);
        mustBeBounded("closes", closes);
        if (slowest.compareTo(complete) < 0) throw new IllegalArgumentException("slowest must not be below complete");
    }

    /** @param pace how long this speaker is used to pausing within a turn */
    Duration pauseAfter(Phrase phrase, Duration pace) {
        var atLeast = longer(complete, shorter(pace, slowest));
        return switch (phrase.ending()) {
            case COMPLETE -> atLeast;
            case NUMBER -> longer(number, atLeast);
            case OPEN -> longer(open, atLeast);
            case SPELLING -> longer(spelling, atLeast);
            case HESITATION -> longer(hesitation, atLeast);
        };
    }

    static void mustBeBounded(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException(name + " must be between 0 and " + LONGEST + ", not " + time);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
