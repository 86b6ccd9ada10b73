package dev.parley.query.leadboard;

import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadQuery.InsightLine;
import dev.parley.api.lead.LeadQuery.LeadCard;
import dev.parley.api.lead.LeadQuery.LeadPage;
import dev.parley.api.lead.LeadQuery.MeetingLine;
import dev.parley.api.lead.LeadQuery.Proposal;
import dev.parley.api.lead.LeadQuery.ScoreReceipt;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.transcript.SegmentId;
import dev.parley.query.Cells;
import dev.parley.query.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the three tables as the shapes that screens know. */
final class LeadRow {
    private LeadRow() {}

    static LeadCard card(Cells cells) {
        return new LeadCard(
                new LeadId(cells.id("lead_id")),
                cells.text("name"),
                cells.text("company"),
                cells.text("email"),
                cells.constant("status", LeadStatus.class),
                cells.maybeConstant("proposed", LeadStatus.class),
                cells.maybe("fit", Integer.class),
                cells.maybe("engagement", Integer.class),
                cells.maybeConstant("band", Score.Band.class),
                cells.maybe("last_meeting", Instant.class),
                cells.count("version"));
    }

    static LeadPage page(Cells cells, List<InsightLine> insights, List<MeetingLine> meetings) {
        return new LeadPage(card(cells), contact(cells), score(cells), proposal(cells), insights, meetings);
    }

    static InsightLine insight(Cells cells) {
        return new InsightLine(
                new MeetingId(cells.id("meeting_id")),
                cells.text("kind"),
                cells.text("text"),
                cells.list("evidence", SegmentId.class),
                cells.instant("at"));
    }

    static MeetingLine meeting(Cells cells) {
        return new MeetingLine(
                new MeetingId(cells.id("meeting_id")),
                cells.text("title"),
                cells.instant("starts_at"),
                cells.constant("status", MeetingStatus.class));
    }

    static ScoreReceipt receipt(Cells cells) {
        return new ScoreReceipt(
                new LeadId(cells.id("lead_id")),
                new MeetingId(cells.id("scored_meeting")),
                cells.instant("scored_at"),
                cells.document("score", Score.class));
    }

    private static Contact contact(Cells cells) {
        return new Contact(
                cells.text("name"),
                cells.text("email"),
                cells.text("company"),
                cells.text("phone"),
                cells.text("title"));
    }

    private static Optional<Score> score(Cells cells) {
        return cells.maybe("score", String.class).map(json -> Documents.read(json, Score.class));
    }

    private static Optional<Proposal> proposal(Cells cells) {
        return cells.maybeConstant("proposed", LeadStatus.class)
                .map(to -> new Proposal(
                        cells.constant("proposed_from", LeadStatus.class), to, cells.text("proposed_reason")));
    }
}
