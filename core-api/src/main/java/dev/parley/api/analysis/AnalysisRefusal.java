package dev.parley.api.analysis;

import dev.parley.api.Refusal;

/** Why an analysis says no. */
public enum AnalysisRefusal implements Refusal {
    ANALYSIS_UNKNOWN(Kind.UNKNOWN, "There is no such analysis."),
    NOT_THEIR_WORDS(Kind.UNACCEPTABLE, "The quote of a signal does not stand in the words where it is said to."),
    NOT_A_CONFIDENCE(Kind.UNACCEPTABLE, "A confidence is between 0 and 1."),
    TOO_MANY_SIGNALS(Kind.UNACCEPTABLE, "No stretch of words has more than 30 signals.");

    private final Kind kind;
    private final String text;

    AnalysisRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
