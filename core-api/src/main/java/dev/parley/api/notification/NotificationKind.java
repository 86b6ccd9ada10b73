package dev.parley.api.notification;

/** What a message is for. */
public enum NotificationKind {
    INVITATION,
    UPDATE,
    CANCELLATION,
    REMINDER,
    SUMMARY
}
