package dev.parley.api.interview;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people ask about interviews, and the answers' shapes. */
public sealed interface InterviewQuery {

    /**
     * How long the lead of a meeting waited for the interviewer, as the log has it.
     *
     * @param waited from the end of the lead's words until the interviewer's own were decided
     */
    record ResponseTimes(
            MeetingId meetingId, StageTimes heard, StageTimes decided, StageTimes waited, List<ResponseTime> replies)
            implements InterviewQuery {}

    /** Nothing at all has been waited for where {@code replies} is 0. */
    record StageTimes(int replies, Duration p50, Duration p95, Duration longest) implements InterviewQuery {}

    /**
     * @param endedAt when the lead had said the last words before the reply
     * @param heard until these words were in the log: recognising, sending, storing
     * @param decided until the reply was in the log, after that
     * @param moment whether it was only asked to wait
     */
    record ResponseTime(
            SegmentId segmentId,
            SegmentId reply,
            Source source,
            Instant endedAt,
            Duration heard,
            Duration decided,
            boolean moment)
            implements InterviewQuery {
        public Duration waited() {
            return heard.plus(decided);
        }
    }
}
