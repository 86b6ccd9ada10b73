package dev.parley.signaling.frame;

/** Why the server ends a connection, with its close code (docs/protocol.md §7). */
public enum CloseReason {
    LEFT(1000),
    GOING_AWAY(1001),
    TRY_LATER(1013),
    MALFORMED(4400),
    BAD_TICKET(4401),
    NOT_ADMITTED(4403),
    TOO_SLOW(4408),
    REPLACED(4409),
    MEETING_OVER(4410),
    TOO_LARGE(4413),
    TOO_MANY(4429);

    private final int code;

    CloseReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
