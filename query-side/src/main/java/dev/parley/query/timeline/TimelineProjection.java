package dev.parley.query.timeline;

import dev.parley.api.calendar.CalendarEvent.SlotEvent;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadScored;
import dev.parley.api.lead.LeadEvent.LeadStatusProposed;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers where other streams speak of a meeting. Its own streams need no memory: their names follow from its id. */
@Component
@ProcessingGroup("view.timeline")
final class TimelineProjection {
    private final JdbcClient jdbc;

    TimelineProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SlotEvent e, Stamp stamp) {
        remember(e.meetingId(), stamp);
    }

    @EventHandler
    void on(NotificationEvent e, Stamp stamp) {
        remember(e.meetingId(), stamp);
    }

    @EventHandler
    void on(InsightRecorded e, Stamp stamp) {
        remember(e.meetingId(), stamp);
    }

    @EventHandler
    void on(LeadScored e, Stamp stamp) {
        remember(e.meetingId(), stamp);
    }

    @EventHandler
    void on(LeadStatusProposed e, Stamp stamp) {
        remember(e.meetingId(), stamp);
    }

    @ResetHandler
    void forget() {
        jdbc.sql("delete from timeline").update();
    }

    private void remember(MeetingId meeting, Stamp stamp) {
        jdbc.sql("""
                insert into timeline (tenant_id, meeting_id, position) values (:tenant, :meeting, :position)
                on conflict do nothing
                """)
                .param("tenant", stamp.tenant().value())
                .param("meeting", meeting.value())
                .param("position", stamp.position())
                .update();
    }
}
