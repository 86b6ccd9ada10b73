package dev.parley.api.notification;

/** What a message is for. */
public enum NotificationKind {
    INVITATION,
    UPDATE,
    CANCELLATION,
    REMINDER,
    /** The lead did not come: how to find another time. */
    NO_SHOW,
    SUMMARY
}
