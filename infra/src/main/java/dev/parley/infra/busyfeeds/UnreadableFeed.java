package dev.parley.infra.busyfeeds;

/** Why a calendar elsewhere could not be read; the code is shown to its host. */
final class UnreadableFeed extends Exception {
    private final Why why;

    UnreadableFeed(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }

    enum Why {
        ADDRESS_REFUSED,
        SERVER_NOT_FOUND,
        NOT_REACHED,
        TOO_SLOW,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        NOT_ALLOWED,
        NOT_FOUND,
        SERVER_FAILED,
        NOT_A_CALENDAR,
        TOO_MANY_EVENTS,
        UNKNOWN_ZONE
    }
}
