package dev.parley.saga.interview;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import java.util.Optional;

/**
 * A reason for the interviewer to take its turn.
 *
 * @param heard the words that gave the reason, if words did
 */
public record Turn(MeetingId meetingId, Cause cause, Optional<SegmentId> heard) {

    enum Cause {
        LEAD_AGREED,
        LEAD_SPOKE,
        /** A host or guest did, and the lead may have said something before. */
        OTHERS_SPOKE,
        /** And nobody said anything after them. */
        NOBODY_WENT_ON,
        HAND_RAISED,
        /** Who was given the floor says nothing. */
        FLOOR_UNUSED,
        RESUMED,
        TIME_IS_UP
    }

    static Turn because(Cause cause, MeetingId meeting) {
        return new Turn(meeting, cause, Optional.empty());
    }

    static Turn afterHearing(SegmentId heard, MeetingId meeting) {
        return after(Cause.LEAD_SPOKE, heard, meeting);
    }

    static Turn after(Cause cause, SegmentId words, MeetingId meeting) {
        return new Turn(meeting, cause, Optional.of(words));
    }
}
