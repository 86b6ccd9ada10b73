package dev.parley.api.transcript;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a transcript. */
public sealed interface TranscriptEvent extends Event {
    MeetingId meetingId();

    @Revision("1")
    record SegmentRecorded(
            MeetingId meetingId,
            TenantId tenant,
            SegmentId segmentId,
            ParticipantId speaker,
            String speakerName,
            Invitee.Role speakerRole,
            String text,
            Instant startedAt,
            Instant endedAt,
            Source source)
            implements TranscriptEvent {}

    @Revision("1")
    record SegmentCorrected(MeetingId meetingId, SegmentId segmentId, String text, String reason)
            implements TranscriptEvent {}

    /** These words are for nobody any more. That somebody spoke here, when, and why the words were taken out, stays. */
    @Revision("1")
    record SegmentRedacted(MeetingId meetingId, SegmentId segmentId, String reason) implements TranscriptEvent {}

    /** Words of this person may be missing here; it stands in the transcript where a segment would. */
    @Revision("1")
    record TranscriptGapRecorded(
            MeetingId meetingId,
            TenantId tenant,
            SegmentId gapId,
            ParticipantId speaker,
            String speakerName,
            Invitee.Role speakerRole,
            Instant startedAt,
            Instant endedAt,
            GapCause cause)
            implements TranscriptEvent {}
}
