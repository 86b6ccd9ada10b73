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
    OFF_TOPIC,
    GREETING,
    CLOSING
}
