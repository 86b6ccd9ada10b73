package dev.parley.api.analysis;

import dev.parley.api.Refused;
import java.util.List;

/**
 * What was read out of one segment.
 *
 * @param readBy which rules or model, with their version: the same ones read the same words the same way
 */
public record Reading(Sentiment sentiment, List<BuyingSignal> signals, String readBy) {
    public static final int SIGNALS = 30;

    /** Refuses what these words do not bear out. */
    public void mustFit(String text) {
        if (signals.size() > SIGNALS) throw new Refused(AnalysisRefusal.TOO_MANY_SIGNALS, "signals");
        if (!isShare(sentiment.confidence())) throw new Refused(AnalysisRefusal.NOT_A_CONFIDENCE, "sentiment");
        for (var signal : signals) {
            if (!signal.isIn(text)) throw new Refused(AnalysisRefusal.NOT_THEIR_WORDS, "signals");
            if (!isShare(signal.confidence())) throw new Refused(AnalysisRefusal.NOT_A_CONFIDENCE, "signals");
        }
    }

    private static boolean isShare(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }
}
