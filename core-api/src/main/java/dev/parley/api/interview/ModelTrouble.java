package dev.parley.api.interview;

/** Why the model behind the interviewer gives no answers. */
public enum ModelTrouble {
    /** Too many calls in this minute. */
    RATE_LIMITED,
    /** The quota of the day, or the spend cap, is used up: somebody must raise it or wait for tomorrow. */
    QUOTA_EXHAUSTED,
    /** Our own budget for the meeting or the day is used up. */
    BUDGET_EXHAUSTED,
    /** It is down, too slow, or cannot be reached. */
    UNAVAILABLE,
    /** It withheld its answer. */
    BLOCKED,
    /** What it answered cannot be used. */
    UNUSABLE,
    /** Key, model id or request are wrong: somebody must look at the settings. */
    MISCONFIGURED
}
