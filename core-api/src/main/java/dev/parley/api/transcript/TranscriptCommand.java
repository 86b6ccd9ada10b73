package dev.parley.api.transcript;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;

/** Everything a transcript can be asked to do. */
public sealed interface TranscriptCommand extends Command {
    MeetingId meetingId();

    /** A final stretch of words. Sending it again (same id) is accepted and changes nothing. */
    record RecordSegment(
            MeetingId meetingId,
            Actor by,
            Instant at,
            SegmentId segmentId,
            ParticipantId speaker,
            String text,
            Instant startedAt,
            Instant endedAt,
            Source source)
            implements TranscriptCommand {
        public RecordSegment {
            text = Shape.paragraphs("text", text, Shape.TEXT);
            if (endedAt.isBefore(startedAt)) throw new Refused(ShapeRefusal.MALFORMED_TIME, "endedAt");
        }
    }

    /** Somebody may have said more than was written down. Sending it again (same id) is accepted and changes nothing. */
    record RecordGap(
            MeetingId meetingId,
            Actor by,
            Instant at,
            SegmentId gapId,
            ParticipantId speaker,
            Instant startedAt,
            Instant endedAt,
            GapCause cause)
            implements TranscriptCommand {
        public RecordGap {
            if (endedAt.isBefore(startedAt)) throw new Refused(ShapeRefusal.MALFORMED_TIME, "endedAt");
        }
    }

    record CorrectSegment(MeetingId meetingId, Actor by, Instant at, SegmentId segmentId, String text, String reason)
            implements TranscriptCommand {
        public CorrectSegment {
            text = Shape.paragraphs("text", text, Shape.TEXT);
            reason = Shape.line("reason", reason, Shape.SENTENCE);
        }
    }

    /** Takes words out for good: nobody reads or finds them any more. Sending it again changes nothing. */
    record RedactSegment(MeetingId meetingId, Actor by, Instant at, SegmentId segmentId, String reason)
            implements TranscriptCommand {
        public RedactSegment {
            reason = Shape.line("reason", reason, Shape.SENTENCE);
        }
    }
}
