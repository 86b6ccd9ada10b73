package dev.parley.saga.interview;

import dev.parley.api.transcript.Phrase;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the lead must be quiet before it is the interviewer's turn, by how their words end.
 *
 * @param complete after words that may be all
 * @param number digits come in groups
 * @param open after a word that something must follow
 * @param spelling letters come one by one
 * @param hesitation after a word that only keeps the floor
 */
public record PauseSettings(
        @DefaultValue("700ms") Duration complete,
        @DefaultValue("1600ms") Duration number,
        @DefaultValue("2s") Duration open,
        @DefaultValue("2500ms") Duration spelling,
        @DefaultValue("3s") Duration hesitation) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    public PauseSettings {
        mustBeBounded("complete", complete);
        mustBeBounded("number", number);
        mustBeBounded("open", open);
        mustBeBounded("spelling", spelling);
        mustBeBounded("hesitation", hesitation);
    }

    Duration after(Phrase phrase) {
        return switch (phrase.ending()) {
            case COMPLETE -> complete;
            case NUMBER -> number;
            case OPEN -> open;
            case SPELLING -> spelling;
            case HESITATION -> hesitation;
        };
    }

    private static void mustBeBounded(String name, Duration pause) {
        if (pause.isNegative() || pause.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException(name + " must be between 0 and " + LONGEST + ", not " + pause);
    }
}
