package dev.parley.api.lead;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people ask about leads, and the answers' shapes. */
public sealed interface LeadQuery {

    /** One card of the board. */
    record LeadCard(
            LeadId leadId,
            String name,
            String company,
            String email,
            LeadStatus status,
            Optional<LeadStatus> proposed,
            Optional<Integer> fit,
            Optional<Integer> engagement,
            Optional<Score.Band> band,
            Optional<Instant> lastMeeting,
            long version)
            implements LeadQuery {}

    record LeadPage(
            LeadCard card,
            Contact contact,
            Optional<Score> score,
            Optional<Proposal> proposal,
            List<InsightLine> insights,
            List<MeetingLine> meetings)
            implements LeadQuery {}

    record Proposal(LeadStatus from, LeadStatus to, String reason) {}

    record InsightLine(MeetingId meetingId, String kind, String text, List<SegmentId> evidence, Instant at) {}

    record MeetingLine(MeetingId meetingId, String title, Instant start, MeetingStatus status) {}

    /** The receipts behind the newest score: {@code GET /leads/{id}/score}. */
    record ScoreReceipt(LeadId leadId, MeetingId meetingId, Instant at, Score score) implements LeadQuery {}
}
