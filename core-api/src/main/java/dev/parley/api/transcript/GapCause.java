package dev.parley.api.transcript;

/** Why somebody may have spoken without a word in the transcript. */
public enum GapCause {
    /** Nothing was listening: the engine that turns speech into words had stopped, or heard nothing. */
    RECOGNISER,
    /** The connection was away for so long that words could not be kept until it came back. */
    CONNECTION
}
