package dev.parley.saga.interview;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import java.util.Optional;

/**
 * A reason for the interviewer to take its turn.
 *
 * @param heard the lead's words that gave the reason, if words did
 */
public record Turn(MeetingId meetingId, Cause cause, Optional<SegmentId> heard) {

    enum Cause {
        LEAD_AGREED,
        LEAD_SPOKE,
        RESUMED,
        TIME_IS_UP
    }

    static Turn because(Cause cause, MeetingId meeting) {
        return new Turn(meeting, cause, Optional.empty());
    }

    static Turn afterHearing(SegmentId heard, MeetingId meeting) {
        return new Turn(meeting, Cause.LEAD_SPOKE, Optional.of(heard));
    }
}
