package dev.parley.api.interview;

/** Why the interviewer did what it did. */
public enum MoveReason {
    NEXT_IN_ORDER,
    MANDATORY_FIRST,
    ANSWER_UNCLEAR,
    ANSWER_SHALLOW,
    ANSWERED_ALREADY,
    REFUSED_TO_ANSWER,
    TIME_IS_SHORT,
    LEAD_ASKED_TO_STOP,
    ALL_COVERED,
    /** They have not said a word for so long. */
    LEAD_IS_SILENT,
    OFF_TOPIC,
    GREETING,
    CLOSING,
    /** What was understood is said back, because it is not sure. */
    CONFIRMING,
    /** The lead wants to come to the last question later; this one goes first. */
    PARKED,
    /** Back to a question that was put off. */
    RETURNING,
    /** A person who led the meeting meanwhile has talked about it. */
    COVERED_BY_HUMAN,
    /** It asks for what nobody may be judged by. */
    NOT_OURS_TO_ASK,
    /** Earlier answers make it needless. */
    NOT_APPLICABLE
}
