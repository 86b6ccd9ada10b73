package dev.parley.api.meeting;

/** What somebody says to an invitation. */
public enum Response {
    ACCEPTED,
    DECLINED,
    TENTATIVE
}
