package dev.parley.query.calendarledger;

import dev.parley.api.notification.LedgerQuery.LedgerEntry;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.notification.NotificationQuery.State;

/**
 * One letter to somebody's calendar.
 *
 * @param ofSeries whether it tells of a whole series, whose sequence is not that of its meetings
 * @param askedAt where in the log it was asked for
 */
record Letter(LedgerEntry entry, String recipient, boolean ofSeries, long askedAt) {

    boolean isTo(Attendee attendee) {
        return recipient.equalsIgnoreCase(attendee.email());
    }

    /** A proposal that was declined leaves the entry as it is. */
    boolean changesCalendars() {
        return switch (entry.kind()) {
            case INVITATION, UPDATE, CANCELLATION -> true;
            case PROPOSAL_DECLINED, REMINDER, NO_SHOW, SUMMARY -> false;
        };
    }

    boolean cancels() {
        return entry.kind() == NotificationKind.CANCELLATION;
    }

    /** By what their server said, or because they answered it. */
    boolean hasArrivedAt(Attendee attendee) {
        return switch (entry.state()) {
            case SENT, COMPLAINED -> true;
            case REQUESTED, DEFERRED, UNKNOWN, FAILED, BOUNCED -> wasAnsweredBy(attendee);
        };
    }

    boolean isOnItsWay() {
        return entry.state() == State.REQUESTED || entry.state() == State.DEFERRED;
    }

    /** A series as it stands has all that was decided before it was asked for. */
    boolean tellsAllTo(Attendee attendee) {
        return ofSeries ? askedAt > attendee.dueSince() : entry.sequence() >= attendee.due();
    }

    private boolean wasAnsweredBy(Attendee attendee) {
        return !ofSeries
                && !cancels()
                && attendee.reply()
                        .filter(reply -> reply.sequence() >= entry.sequence())
                        .isPresent();
    }
}
