package dev.parley.api.interview;

/** What becomes of the lead's silence, step by step. */
public enum Silence {
    NUDGE,
    REPHRASE,
    /** The interviewer says that it waits, and does. */
    PAUSE,
    END
}
