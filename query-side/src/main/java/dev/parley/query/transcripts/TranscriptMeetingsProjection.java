package dev.parley.query.transcripts;

import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingStarted;
import dev.parley.query.Rows;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a line does not know itself: the title of its meeting, the lead, and the moment that offsets count from. */
@Component
@ProcessingGroup("view.transcripts")
final class TranscriptMeetingsProjection {
    private final Rows meetings;

    TranscriptMeetingsProjection(JdbcClient jdbc) {
        this.meetings = new Rows(jdbc, "transcript_meeting", "meeting_id");
    }

    @EventHandler
    void on(MeetingScheduled e, Stamp stamp) {
        meetings.row(e.meetingId().value(), stamp)
                .set("title", e.title())
                .set("lead_id", e.leadId().value())
                .add();
    }

    @EventHandler
    void on(MeetingDetailsRevised e, Stamp stamp) {
        meetings.row(e.meetingId().value(), stamp).set("title", e.title()).change();
    }

    @EventHandler
    void on(MeetingStarted e, Stamp stamp) {
        meetings.row(e.meetingId().value(), stamp).set("started_at", stamp.at()).change();
    }

    @ResetHandler
    void forget() {
        meetings.forgetAll();
    }
}
