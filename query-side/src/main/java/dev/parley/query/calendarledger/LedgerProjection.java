package dev.parley.query.calendarledger;

import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.notification.LedgerQuery.LedgerReply;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who is invited to each meeting, and since when their calendars must be told something. */
@Component
@ProcessingGroup("view.calendarledger")
final class LedgerProjection {
    private final Rows ledgers;
    private final Hints hints;

    LedgerProjection(JdbcClient jdbc, Hints hints) {
        this.ledgers = new Rows(jdbc, "calendar_ledger", "meeting_id");
        this.hints = hints;
    }

    @EventHandler
    void on(MeetingEvent event, Stamp stamp) {
        var ledger = ledgers.row(event.meetingId().value(), stamp);
        switch (event) {
            case MeetingScheduled e -> scheduled(e, ledger, stamp.position()).add();
            case MeetingRescheduled e -> moved(ledger, e.sequence(), stamp.position());
            case MeetingInstantReResolved e -> changed(ledger, e.sequence(), stamp.position());
            case MeetingReassigned e -> changed(ledger, e.sequence(), stamp.position());
            case MeetingDetailsRevised e -> changed(ledger, e.sequence(), stamp.position());
            case InviteeAdded e -> attendees(ledger, all -> all.with(e.invitee(), sequence(ledger), stamp.position()));
            case InviteeRemoved e -> {
                ledger.set("sequence", e.sequence());
                attendees(
                        ledger,
                        all -> all.mustBeTold(e.sequence(), stamp.position()).one(e.participantId(), Attendee::gone));
            }
            case MeetingCancelled e -> {
                ledger.set("stands", false).set("called_off", true);
                changed(ledger, e.sequence(), stamp.position());
            }
            case CalendarRepaired e -> {
                ledger.set("sequence", e.sequence());
                attendees(
                        ledger,
                        all -> all.one(e.participantId(), one -> one.mustBeTold(e.sequence(), stamp.position())));
            }
            case InviteeResponded e -> attendees(ledger, all -> all.one(e.participantId(), one -> one.heard(reply(e))));
            case LeadDidNotShow e -> ledger.set("stands", !e.isFinal()).change();
            case NoShowConfirmed _, MeetingEnded _ ->
                ledger.set("stands", false).change();
            case QuestionSetPinned _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    LobbyOpened _,
                    MeetingStarted _,
                    ParticipantJoined _,
                    ParticipantLeft _,
                    DisclosureGiven _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    MeetingReopened _,
                    GoodbyeBegun _,
                    SummaryWritten _,
                    SummaryApproved _,
                    PoorConnectionNoted _,
                    Moderation _ -> ledger.change();
        }
        stamp.tell(hints, "meeting", event.meetingId());
    }

    @ResetHandler
    void forget() {
        ledgers.forgetAll();
    }

    private static Row scheduled(MeetingScheduled e, Row ledger, long position) {
        e.occurrence().ifPresent(one -> ledger.set("series_id", one.seriesId().value()));
        return ledger.set(
                "attendees",
                Documents.of(Attendees.invited(e.invitees(), 0, position).all()));
    }

    private static void moved(Row ledger, int sequence, long position) {
        ledger.set("sequence", sequence);
        attendees(ledger, all -> all.mustBeTold(sequence, position).askedAgain(sequence));
    }

    private static void changed(Row ledger, int sequence, long position) {
        ledger.set("sequence", sequence);
        attendees(ledger, all -> all.mustBeTold(sequence, position));
    }

    private static int sequence(Row ledger) {
        return ledger.take("sequence").map(Integer::valueOf).orElse(0);
    }

    private static LedgerReply reply(InviteeResponded e) {
        return new LedgerReply(e.response(), e.sequence(), e.comment(), e.stamp());
    }

    private static void attendees(Row ledger, UnaryOperator<Attendees> change) {
        ledger.take("attendees")
                .map(json -> change.apply(new Attendees(Documents.list(json, Attendee.class))))
                .ifPresent(attendees ->
                        ledger.set("attendees", Documents.of(attendees.all())).change());
    }
}
