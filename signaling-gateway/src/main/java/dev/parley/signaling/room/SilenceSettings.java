package dev.parley.signaling.room;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of the lead's silence, each counted from when they fell silent; any word begins anew.
 *
 * @param nudge when the interviewer asks whether they are still there
 * @param rephrase when it makes answering easier
 * @param pause when it says that it waits
 * @param end when it says goodbye
 */
public record SilenceSettings(
        @DefaultValue("8s") Duration nudge,
        @DefaultValue("20s") Duration rephrase,
        @DefaultValue("45s") Duration pause,
        @DefaultValue("120s") Duration end) {

    List<Duration> ladder() {
        return List.of(nudge, rephrase, pause, end);
    }
}
