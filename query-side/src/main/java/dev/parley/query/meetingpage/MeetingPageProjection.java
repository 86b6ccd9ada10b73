package dev.parley.query.meetingpage;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.*;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one row per meeting from two streams, the meeting's and its interview's; {@code ByMeeting} keeps them in order. */
@Component
@ProcessingGroup("view.meetingpage")
final class MeetingPageProjection {
    private final Rows pages;
    private final Hints hints;

    MeetingPageProjection(JdbcClient jdbc, Hints hints) {
        this.pages = new Rows(jdbc, "meeting_page", "meeting_id");
        this.hints = hints;
    }

    @EventHandler
    void on(MeetingEvent event, Stamp stamp) {
        var page = pages.row(event.meetingId().value(), stamp);
        switch (event) {
            case MeetingScheduled e -> scheduled(e, page).add();
            case QuestionSetPinned e -> pinned(e.questionSet(), page).change();
            case MeetingRescheduled e ->
                people(at(e.time(), e.start(), page).set("sequence", e.sequence()), People::askedAgain);
            case MeetingInstantReResolved e ->
                at(e.time(), e.start(), page).set("sequence", e.sequence()).change();
            case InviteeResponded e -> people(page, people -> people.responded(e));
            case NewTimeProposed e -> people(page, people -> people.proposed(e));
            case ProposalDeclined e -> people(page, people -> people.decided(e.participantId()));
            case CalendarRepaired e -> page.set("sequence", e.sequence()).change();
            case MeetingDetailsRevised e ->
                page.set("title", e.title()).set("sequence", e.sequence()).change();
            case InviteeAdded e -> people(page, people -> people.with(e.invitee()));
            case InviteeRemoved e ->
                people(page.set("sequence", e.sequence()), people -> people.without(e.participantId()));
            case MeetingReassigned e ->
                page.set("host_id", e.hostId())
                        .set("host_name", e.hostName())
                        .set("sequence", e.sequence())
                        .change();
            case MeetingCancelled e -> {
                e.by().ifPresent(by -> page.set("cancelled_by", by));
                page.set("status", MeetingStatus.CANCELLED)
                        .set("end_reason", e.reason())
                        .set("sequence", e.sequence())
                        .change();
            }
            case LobbyOpened _ -> page.set("status", MeetingStatus.LOBBY_OPEN).change();
            case MeetingStarted _ ->
                page.set("status", MeetingStatus.ACTIVE)
                        .set("started_at", stamp.at())
                        .change();
            case ParticipantJoined e -> people(page, people -> people.joined(e.participant()));
            case ParticipantLeft e ->
                people(
                        door(page, door -> Doors.lowering(e.participantId(), door)),
                        people -> people.left(e.participantId()));
            case DisclosureGiven e -> page.set("disclosure", e.text()).change();
            case ConsentGiven e -> people(page, people -> people.consented(e.participantId(), true));
            case ConsentWithdrawn e -> people(page, people -> people.consented(e.participantId(), false));
            case LeadDidNotShow e -> {
                if (e.isFinal()) notShown(page);
                else page.set("status", MeetingStatus.LEAD_ABSENT).change();
            }
            case MeetingReopened _ -> page.set("status", MeetingStatus.ACTIVE).change();
            case NoShowConfirmed _ -> notShown(page);
            case PoorConnectionNoted _ -> page.change();
            case Moderation e -> door(page, door -> Doors.after(e, door)).change();
            case GoodbyeBegun _ -> page.set("status", MeetingStatus.ENDING).change();
            case MeetingEnded e ->
                people(
                        page.set("status", e.outcome())
                                .set("ended_at", stamp.at())
                                .set("end_reason", e.reason()),
                        People::allLeft);
            case SummaryWritten e ->
                page.set("summary", Documents.of(e.summary()))
                        .clear("summary_approved_at")
                        .change();
            case SummaryApproved _ ->
                page.set("summary_approved_at", stamp.at()).change();
        }
        stamp.tell(hints, "meeting", event.meetingId());
    }

    @EventHandler
    void on(InterviewEvent event, Stamp stamp) {
        var page = pages.row(event.meetingId().value(), stamp).since("interview_version");
        switch (event) {
            case QuestionAsked e -> progress(page, progress -> progress.asked(e));
            case AnswerRecorded e -> progress(page, progress -> progress.answered(e));
            case QuestionSkipped e -> progress(page, progress -> progress.skipped(e));
            case InterviewerSeated _,
                    TurnTaken _,
                    FloorYielded _,
                    MomentAsked _,
                    SpeechCutOff _,
                    LeadStayedSilent _,
                    LeadsQuestionNoted _,
                    LanguageSwitched _,
                    ModelRested _,
                    InterviewPaused _,
                    InterviewResumed _,
                    InterviewHandedToHuman _,
                    InterviewCompleted _ -> page.change();
        }
        stamp.tell(hints, "meeting", event.meetingId());
    }

    @ResetHandler
    void forget() {
        pages.forgetAll();
    }

    private static void notShown(Row page) {
        people(page.set("status", MeetingStatus.NO_SHOW), People::allLeft);
    }

    private static Row scheduled(MeetingScheduled e, Row page) {
        e.occurrence().ifPresent(one -> page.set("occurrence", Documents.of(one)));
        return at(e.time(), e.start(), page)
                .set("title", e.title())
                .set("meeting_type", e.meetingType())
                .set("room_id", e.roomId().value())
                .set("host_id", e.hostId())
                .set("host_name", e.hostName())
                .set("lead_id", e.leadId().value())
                .set("lead_name", leadIn(e))
                .set("status", MeetingStatus.SCHEDULED)
                .set("interviewer", e.interviewer())
                .set("reminders", Documents.of(e.reminders()))
                .set("invitees", Documents.of(People.invited(e.invitees()).lines()));
    }

    /** At the instant that was told, which newer rules of the zone may not give any more. */
    private static Row at(MeetingTime time, Instant start, Row page) {
        return page.set("starts_at", start)
                .set("ends_at", start.plus(time.duration()))
                .set("local_start", time.localStart())
                .set("zone", time.zone().getId())
                .set("duration_minutes", (int) time.duration().toMinutes());
    }

    private static Row pinned(PinnedQuestionSet set, Row page) {
        return page.set("question_set_title", set.title())
                .set("question_set_version", set.version())
                .set("questions", Documents.of(Progress.through(set).lines()));
    }

    private static void people(Row page, UnaryOperator<People> change) {
        page.take("invitees")
                .map(json -> change.apply(new People(Documents.list(json, InviteeLine.class))))
                .ifPresent(people ->
                        page.set("invitees", Documents.of(people.lines())).change());
    }

    private static Row door(Row page, UnaryOperator<Door> change) {
        var before =
                page.take("door").map(json -> Documents.read(json, Door.class)).orElse(Door.USUAL);
        var after = change.apply(before);
        return after.equals(before) ? page : page.set("door", Documents.of(after));
    }

    private static void progress(Row page, UnaryOperator<Progress> change) {
        page.take("questions")
                .map(json -> change.apply(new Progress(Documents.list(json, QuestionLine.class))))
                .ifPresent(progress ->
                        page.set("questions", Documents.of(progress.lines())).change());
    }

    private static String leadIn(MeetingScheduled e) {
        return e.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(Invitee::name)
                .findFirst()
                .orElse("");
    }
}
