package dev.parley.api.transcript;

/** How words came into the transcript. */
public enum Source {
    /** Recognised in the speaker's own browser. */
    SPEECH,
    /** Typed by the speaker. */
    TYPED,
    /** Said by the interviewer. */
    INTERVIEWER,
    /** Taken from a file. */
    IMPORTED
}
