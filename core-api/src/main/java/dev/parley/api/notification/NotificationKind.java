package dev.parley.api.notification;

/** What a message is for. */
public enum NotificationKind {
    INVITATION,
    UPDATE,
    CANCELLATION,
    REMINDER,
    /** The lead did not come: how to find another time. */
    NO_SHOW,
    SUMMARY,
    /** Another time that somebody proposed will not be: the one agreed stands. */
    PROPOSAL_DECLINED;

    /** What nobody needs in order to know where to be when, and so may decline (ADR 0030). */
    public boolean isCourtesy() {
        return switch (this) {
            case INVITATION, UPDATE, CANCELLATION, PROPOSAL_DECLINED -> false;
            case REMINDER, SUMMARY, NO_SHOW -> true;
        };
    }

    /** Whether calendars read a document in it. */
    public boolean speaksToCalendars() {
        return switch (this) {
            case INVITATION, UPDATE, CANCELLATION, PROPOSAL_DECLINED -> true;
            case REMINDER, SUMMARY, NO_SHOW -> false;
        };
    }
}
