package dev.parley.query.agenda;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per meeting, as new as the newest event of its stream. */
@Component
@ProcessingGroup("view.agenda")
final class AgendaProjection {
    private final Rows agenda;
    private final Hints hints;

    AgendaProjection(JdbcClient jdbc, Hints hints) {
        this.agenda = new Rows(jdbc, "agenda", "meeting_id");
        this.hints = hints;
    }

    @EventHandler
    void on(MeetingEvent event, Stamp stamp) {
        var row = agenda.row(event.meetingId().value(), stamp);
        switch (event) {
            case MeetingScheduled e -> scheduled(e, row).add();
            case MeetingRescheduled e ->
                at(e.time(), e.start(), row).clear("lead_response").change();
            case InviteeResponded e -> {
                if (isTheLead(e, stamp)) row.set("lead_response", e.response());
                row.change();
            }
            case MeetingInstantReResolved e -> at(e.time(), e.start(), row).change();
            case MeetingDetailsRevised e -> row.set("title", e.title()).change();
            case MeetingCancelled _ ->
                row.set("status", MeetingStatus.CANCELLED).change();
            case LobbyOpened _ -> row.set("status", MeetingStatus.LOBBY_OPEN).change();
            case MeetingStarted _ -> row.set("status", MeetingStatus.ACTIVE).change();
            case LeadDidNotShow e ->
                row.set("status", e.isFinal() ? MeetingStatus.NO_SHOW : MeetingStatus.LEAD_ABSENT)
                        .change();
            case MeetingReopened _ -> row.set("status", MeetingStatus.ACTIVE).change();
            case NoShowConfirmed _ -> row.set("status", MeetingStatus.NO_SHOW).change();
            case GoodbyeBegun _ -> row.set("status", MeetingStatus.ENDING).change();
            case MeetingReassigned e ->
                row.set("host_id", e.hostId()).set("host_name", e.hostName()).change();
            case MeetingEnded e -> row.set("status", e.outcome()).change();
            // Only the version moves: whoever changes a meeting from the agenda names the newest one.
            case QuestionSetPinned _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    CalendarRepaired _,
                    InviteeAdded _,
                    InviteeRemoved _,
                    ParticipantJoined _,
                    ParticipantLeft _,
                    DisclosureGiven _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    PoorConnectionNoted _,
                    Moderation _,
                    SummaryWritten _,
                    SummaryApproved _ -> row.change();
        }
        stamp.tell(hints, "agenda", event.meetingId());
    }

    @ResetHandler
    void forget() {
        agenda.forgetAll();
    }

    private static Row scheduled(MeetingScheduled e, Row row) {
        e.occurrence().ifPresent(one -> row.set("occurrence", Documents.of(one)));
        return at(e.time(), e.start(), row)
                .set("title", e.title())
                .set("meeting_type", e.meetingType())
                .set("host_id", e.hostId())
                .set("host_name", e.hostName())
                .set("lead_id", e.leadId().value())
                .set("lead_name", leadIn(e))
                .set("lead_participant", leadParticipantIn(e))
                .set("status", MeetingStatus.SCHEDULED)
                .set("interviewer", e.interviewer());
    }

    /** At the instant that was told, which newer rules of the zone may not give any more. */
    private static Row at(MeetingTime time, Instant start, Row row) {
        return row.set("starts_at", start)
                .set("ends_at", start.plus(time.duration()))
                .set("local_start", time.localStart())
                .set("zone", time.zone().getId())
                .set("duration_minutes", (int) time.duration().toMinutes());
    }

    private boolean isTheLead(InviteeResponded e, Stamp stamp) {
        return agenda.row(e.meetingId().value(), stamp)
                .take("lead_participant")
                .filter(e.participantId().toString()::equals)
                .isPresent();
    }

    private static String leadParticipantIn(MeetingScheduled e) {
        return e.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(invitee -> invitee.participantId().toString())
                .findFirst()
                .orElse("");
    }

    private static String leadIn(MeetingScheduled e) {
        return e.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(Invitee::name)
                .findFirst()
                .orElse("");
    }
}
