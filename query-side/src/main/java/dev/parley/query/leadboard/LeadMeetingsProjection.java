package dev.parley.query.leadboard;

import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Stamp;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which meetings a lead has, so that its page and its card can name them. */
@Component
@ProcessingGroup("view.leadboard")
final class LeadMeetingsProjection {
    private final JdbcClient jdbc;
    private final Rows meetings;
    private final Hints hints;

    LeadMeetingsProjection(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.meetings = new Rows(jdbc, "lead_meeting", "meeting_id");
        this.hints = hints;
    }

    @EventHandler
    void on(MeetingEvent event, Stamp stamp) {
        var meeting = meetings.row(event.meetingId().value(), stamp);
        switch (event) {
            case MeetingScheduled e ->
                meeting.set("lead_id", e.leadId().value())
                        .set("title", e.title())
                        .set("starts_at", e.start())
                        .set("status", MeetingStatus.SCHEDULED)
                        .add();
            case MeetingRescheduled e -> meeting.set("starts_at", e.start()).change();
            case MeetingInstantReResolved e ->
                meeting.set("starts_at", e.start()).change();
            case MeetingDetailsRevised e -> meeting.set("title", e.title()).change();
            case MeetingCancelled _ ->
                meeting.set("status", MeetingStatus.CANCELLED).change();
            case LobbyOpened _ ->
                meeting.set("status", MeetingStatus.LOBBY_OPEN).change();
            case MeetingStarted _ -> meeting.set("status", MeetingStatus.ACTIVE).change();
            case LeadDidNotShow e ->
                meeting.set("status", e.isFinal() ? MeetingStatus.NO_SHOW : MeetingStatus.LEAD_ABSENT)
                        .change();
            case MeetingReopened _ ->
                meeting.set("status", MeetingStatus.ACTIVE).change();
            case NoShowConfirmed _ ->
                meeting.set("status", MeetingStatus.NO_SHOW).change();
            case GoodbyeBegun _ -> meeting.set("status", MeetingStatus.ENDING).change();
            case MeetingEnded e -> meeting.set("status", e.outcome()).change();
            case QuestionSetPinned _,
                    MeetingReassigned _,
                    InviteeAdded _,
                    InviteeRemoved _,
                    InviteeResponded _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    CalendarRepaired _,
                    ParticipantJoined _,
                    ParticipantLeft _,
                    DisclosureGiven _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    PoorConnectionNoted _,
                    Moderation _,
                    SummaryWritten _,
                    SummaryApproved _ -> {
                return;
            }
        }
        leadOf(event, stamp).ifPresent(lead -> stamp.tell(hints, "lead", lead));
    }

    @ResetHandler
    void forget() {
        meetings.forgetAll();
    }

    private Optional<UUID> leadOf(MeetingEvent event, Stamp stamp) {
        return jdbc.sql("select lead_id from lead_meeting where tenant_id = :tenant and meeting_id = :meeting")
                .param("tenant", stamp.tenant().value())
                .param("meeting", event.meetingId().value())
                .query(UUID.class)
                .optional();
    }
}
