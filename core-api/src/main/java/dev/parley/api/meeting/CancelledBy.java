package dev.parley.api.meeting;

/** On whose side a meeting was called off; the envelope names the person. */
public enum CancelledBy {
    HOST,
    LEAD,
    SYSTEM
}
