package dev.parley.api;

/** Why a request is turned away before, or in spite of, what the domain would say; whatever feature it belongs to. */
public enum RequestRefusal implements Refusal {
    IF_MATCH_NEEDED(Kind.UNCONDITIONAL, "Say with If-Match which version you change, or * for whichever."),
    IF_MATCH_MALFORMED(Kind.MALFORMED, "If-Match is one entity tag as it came with the answer, or *."),
    VERSION_IS_STALE(Kind.STALE, "This has changed since you looked. Look again, then decide."),
    CHANGED_MEANWHILE(Kind.CONFLICT, "Others are changing this at the same moment. Try again."),
    STAFF_ONLY(Kind.FORBIDDEN, "Only the sales team may do this."),
    TOO_BUSY(Kind.UNAVAILABLE, "Too much is going on. Nothing was changed; try again in a moment."),
    STORE_UNAVAILABLE(Kind.UNAVAILABLE, "Nothing can be stored just now, and nothing was. Try again in a moment."),
    CLOCK_IS_OFF(Kind.UNAVAILABLE, "This server's clock is wrong, so nothing was stored. Try again in a moment."),
    EVENT_TOO_LARGE(Kind.TOO_LARGE, "This is more than one fact may hold. Say it in smaller parts."),
    HISTORY_UNREADABLE(
            Kind.CONFLICT,
            "What happened here before cannot be read by this version. Nothing was changed; tell an operator."),
    KEY_REUSED(Kind.UNACCEPTABLE, "This Idempotency-Key was used for another request. Use a new one."),
    NO_ANSWER_IN_TIME(Kind.UNAVAILABLE, "This took too long; it may still happen. Repeating the request is safe."),
    VIEW_IS_BEHIND(Kind.UNAVAILABLE, "The views have not caught up with your last change yet. Try again.");

    private final Kind kind;
    private final String text;

    RequestRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
