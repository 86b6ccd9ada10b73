package dev.parley.query.leadboard;

import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.lead.LeadEvent.*;
import dev.parley.api.lead.LeadStatus;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one card per lead with the newest score, and every insight. */
@Component
@ProcessingGroup("view.leadboard")
final class LeadBoardProjection {
    private final JdbcClient jdbc;
    private final Rows board;
    private final Hints hints;

    LeadBoardProjection(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.board = new Rows(jdbc, "lead_board", "lead_id");
        this.hints = hints;
    }

    @EventHandler
    void on(LeadEvent event, Stamp stamp) {
        var card = board.row(event.leadId().value(), stamp);
        switch (event) {
            case LeadRegistered e ->
                contact(e.contact(), card).set("status", LeadStatus.NEW).add();
            case LeadContactRevised e -> contact(e.contact(), card).change();
            case InsightRecorded e -> {
                insight(e, stamp);
                card.change();
            }
            case LeadScored e -> scored(e, card, stamp).change();
            case LeadStatusProposed e ->
                card.set("proposed_from", e.from())
                        .set("proposed", e.to())
                        .set("proposed_reason", e.reason())
                        .change();
            // Whatever was decided, the proposal has had its day.
            case LeadStatusChanged e ->
                card.set("status", e.to())
                        .clear("proposed_from")
                        .clear("proposed")
                        .clear("proposed_reason")
                        .change();
        }
        stamp.tell(hints, "lead", event.leadId());
    }

    @ResetHandler
    void forget() {
        board.forgetAll();
        jdbc.sql("delete from lead_insight").update();
    }

    private static Row contact(Contact contact, Row card) {
        return card.set("name", contact.name())
                .set("email", contact.email())
                .set("company", contact.company())
                .set("phone", contact.phone())
                .set("title", contact.title());
    }

    private static Row scored(LeadScored e, Row card, Stamp stamp) {
        return card.set("fit", e.score().fit())
                .set("engagement", e.score().engagement())
                .set("band", e.score().band())
                .set("score", Documents.of(e.score()))
                .set("scored_meeting", e.meetingId().value())
                .set("scored_at", stamp.at());
    }

    private void insight(InsightRecorded e, Stamp stamp) {
        jdbc.sql("""
                insert into lead_insight (tenant_id, lead_id, sequence, meeting_id, kind, text, evidence, at)
                values (:tenant, :lead, :sequence, :meeting, :kind, :text, cast(:evidence as jsonb), :at)
                on conflict do nothing
                """)
                .param("tenant", stamp.tenant().value())
                .param("lead", e.leadId().value())
                .param("sequence", stamp.sequence())
                .param("meeting", e.meetingId().value())
                .param("kind", e.kind())
                .param("text", e.text())
                .param("evidence", Documents.of(e.evidence()).json())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
