package dev.parley.api.notification;

/** What a message is for. */
public enum NotificationKind {
    INVITATION,
    UPDATE,
    CANCELLATION,
    REMINDER,
    /** The lead did not come: how to find another time. */
    NO_SHOW,
    SUMMARY;

    /** What nobody needs in order to know where to be when, and so may decline (ADR 0030). */
    public boolean isCourtesy() {
        return switch (this) {
            case INVITATION, UPDATE, CANCELLATION -> false;
            case REMINDER, SUMMARY, NO_SHOW -> true;
        };
    }
}
