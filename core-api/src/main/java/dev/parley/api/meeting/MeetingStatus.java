package dev.parley.api.meeting;

import java.util.Set;

/** Where a meeting is in its life, and where it may go from there. */
public enum MeetingStatus {
    SCHEDULED,
    LOBBY_OPEN,
    ACTIVE,
    /** The lead is late; the meeting goes on if they come within the grace. */
    LEAD_ABSENT,
    /** All has been said; people take their leave. */
    ENDING,
    COMPLETED,
    CANCELLED,
    NO_SHOW,
    ABANDONED,
    FAILED;

    public boolean isOver() {
        return next().isEmpty();
    }

    public boolean mayBecome(MeetingStatus status) {
        return next().contains(status);
    }

    private Set<MeetingStatus> next() {
        return switch (this) {
            case SCHEDULED -> Set.of(LOBBY_OPEN, ACTIVE, LEAD_ABSENT, CANCELLED, NO_SHOW, FAILED);
            case LOBBY_OPEN -> Set.of(ACTIVE, LEAD_ABSENT, CANCELLED, NO_SHOW, FAILED);
            case ACTIVE -> Set.of(LEAD_ABSENT, ENDING, COMPLETED, ABANDONED, NO_SHOW, FAILED);
            case LEAD_ABSENT -> Set.of(ACTIVE, NO_SHOW, FAILED);
            case ENDING -> Set.of(COMPLETED, ABANDONED, FAILED);
            case COMPLETED, CANCELLED, NO_SHOW, ABANDONED, FAILED -> Set.of();
        };
    }
}
