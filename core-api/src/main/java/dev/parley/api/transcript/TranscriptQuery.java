package dev.parley.api.transcript;

import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people ask about transcripts, and the answers' shapes. */
public sealed interface TranscriptQuery {

    /**
     * @param number position in the transcript, from 1
     * @param offset since the meeting started
     * @param redacted whether the words were taken out; then there is no text
     * @param gap why words may be missing here; then there is no text
     */
    record TranscriptLine(
            SegmentId segmentId,
            long number,
            ParticipantId speaker,
            String speakerName,
            Invitee.Role speakerRole,
            String text,
            Instant startedAt,
            Instant endedAt,
            Duration offset,
            Source source,
            boolean corrected,
            boolean redacted,
            Optional<GapCause> gap)
            implements TranscriptQuery {}

    /** @param snippet the words around the hit, hits between U+E000 and U+E001, so that it can be shown without HTML */
    record TranscriptHit(
            MeetingId meetingId,
            String meetingTitle,
            LeadId leadId,
            SegmentId segmentId,
            long number,
            String speakerName,
            Instant startedAt,
            String snippet,
            double rank)
            implements TranscriptQuery {}
}
