package dev.parley.signaling.room;

import dev.parley.signaling.floor.FloorSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the floor is held in meetings of one type, where it is not as in the others: while the interviewer speaks, and while it waits.
 *
 * @param cutsIn how long a host must speak, or two people at once, for the interviewer to fall silent
 * @param wordsCutIn how many words of one person stop the interviewer, if they are more than a nod
 * @param resumesAfter how long people may be silent after stopping the interviewer before it goes on with what it was saying
 * @param voiceIsNoiseAfter how long somebody whose words are written down may make a sound without any before it is taken for a noise
 */
public record FloorProfile(
        @DefaultValue("500ms") Duration cutsIn,
        @DefaultValue("2") int wordsCutIn,
        @DefaultValue("2s") Duration resumesAfter,
        @DefaultValue("5s") Duration voiceIsNoiseAfter,
        @DefaultValue SilenceSettings silence) {

    FloorSettings settings() {
        return FloorSettings.DEFAULTS
                .cuttingIn(cutsIn, wordsCutIn)
                .takingForNoise(resumesAfter, voiceIsNoiseAfter)
                .climbing(silence.ladder());
    }
}
