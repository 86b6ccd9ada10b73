package dev.parley.api.analysis;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import org.axonframework.serialization.Revision;

/** Everything that can happen to an analysis. */
public sealed interface AnalysisEvent extends Event {
    MeetingId meetingId();

    /** In place of what was read out of this segment before, if it was corrected since. */
    @Revision("1")
    record SegmentAnalysed(
            AnalysisId analysisId, MeetingId meetingId, TenantId tenant, SegmentId segmentId, Reading reading)
            implements AnalysisEvent {}
}
