package dev.parley.signaling.floor;

import dev.parley.api.interview.Silence;
import java.time.Duration;
import java.util.List;

/**
 * The floor's thresholds, by what is going on.
 *
 * @param cutsIn how long a voice must last to stop the interviewer while it speaks
 * @param wordsCutIn how many words stop it at once
 * @param resumesAfter without words, an interruption was none
 * @param noiseAfter a voice without words is one
 * @param ladder silence after which to nudge, to rephrase, to pause and to end
 */
public record FloorSettings(
        EndpointSettings lead,
        Duration cutsIn,
        int wordsCutIn,
        Duration resumesAfter,
        Duration noiseAfter,
        List<Duration> ladder) {
    public static final FloorSettings DEFAULTS = new FloorSettings(
            new EndpointSettings(
                    Duration.ofMillis(1_100),
                    Duration.ofMillis(1800),
                    Duration.ofMillis(1_800),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(2500),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(300),
                    Duration.ofMillis(800)),
            Duration.ofMillis(500),
            2,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            List.of(Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(120)));

    public FloorSettings {
        EndpointSettings.mustBeBounded("cuts-in", cutsIn);
        EndpointSettings.mustBeBounded("resumes-after", resumesAfter);
        EndpointSettings.mustBeBounded("noise-after", noiseAfter);
        if (wordsCutIn < 1 || wordsCutIn > 10)
            throw new IllegalArgumentException("words-cut-in must be between 1 and 10, not " + wordsCutIn);
        ladder = List.copyOf(ladder);
        if (ladder.size() != Silence.values().length
                || !ladder.stream().sorted().toList().equals(ladder))
            throw new IllegalArgumentException("the ladder has four rungs, each later than the one before");
    }

    public FloorSettings cuttingIn(Duration voice, int words) {
        return new FloorSettings(lead, voice, words, resumesAfter, noiseAfter, ladder);
    }

    public FloorSettings climbing(List<Duration> ladder) {
        return new FloorSettings(lead, cutsIn, wordsCutIn, resumesAfter, noiseAfter, ladder);
    }

    public FloorSettings takingForNoise(Duration silence, Duration voice) {
        return new FloorSettings(lead, cutsIn, wordsCutIn, silence, voice, ladder);
    }
}
