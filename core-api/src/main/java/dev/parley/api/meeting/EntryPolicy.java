package dev.parley.api.meeting;

/** How those who are invited to a meeting come in; hosts and the interviewer always may. */
public enum EntryPolicy {
    /** By their own invitation, once the lobby is open. */
    INVITED,
    /** When a host lets them in. */
    HOST
}
