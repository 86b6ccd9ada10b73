package dev.parley.api.analysis;

/**
 * Words by which somebody tells how likely they are to buy.
 *
 * @param from where in the segment's text the words begin, in UTF-16 units, as in Java and JavaScript
 * @param to where they end, exclusive
 * @param quote these words, verbatim
 * @param negated whether it is the opposite: "no budget this year" is about budget, and there is none
 * @param confidence 0 to 1
 */
public record BuyingSignal(Kind kind, int from, int to, String quote, boolean negated, double confidence) {

    /** What sales teams qualify by, after BANT and MEDDIC. */
    public enum Kind {
        GOAL,
        PAIN,
        BUDGET,
        AUTHORITY,
        NEED,
        TIMING,
        DECISION_CRITERIA,
        DECISION_PROCESS,
        COMPETITOR,
        OBJECTION,
        NEXT_STEP
    }

    /** Whether the quote is what stands there. */
    boolean isIn(String text) {
        return from >= 0
                && from < to
                && to <= text.length()
                && text.substring(from, to).equals(quote);
    }
}
