package dev.parley.saga.autojoin;

import static dev.parley.saga.autojoin.AutoJoinSaga.Moment.*;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/** Opens, starts and ends a meeting by the clock and by who is there, and brings the interviewer in when it starts. */
@Saga
@ProcessingGroup("saga.autojoin")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class AutoJoinSaga {
    private static final String ALARM = "autojoin.alarm";
    private static final String MISSED = "Parley was not running at the time of the meeting.";

    private TenantId tenant;
    private MeetingId meetingId;
    private InterviewerKind interviewer;
    private Instant start;
    private Instant end;
    private boolean started;
    private boolean leadCame;
    private Map<ParticipantId, Role> present = new LinkedHashMap<>();
    private List<Armed> armed = new ArrayList<>();

    @Autowired
    private transient Commands commands;

    @Autowired
    private transient History history;

    @Autowired
    private transient DeadlineManager deadlines;

    @Autowired
    private transient AutoJoinSettings settings;

    @Autowired
    private transient Clock clock;

    enum Moment {
        LOBBY_OPENS,
        MEETING_STARTS,
        LEAD_IS_LATE,
        GRACE_ENDS,
        ROOM_STAYS_EMPTY,
        TIME_IS_OVER
    }

    record Alarm(Moment moment, Instant due) {}

    /** An alarm that is set. */
    record Armed(Alarm alarm, String deadline) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingScheduled meeting) {
        tenant = meeting.tenant();
        meetingId = meeting.meetingId();
        interviewer = meeting.interviewer();
        agree(meeting.start(), meeting.time().duration());
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingRescheduled moved) {
        agree(moved.start(), moved.time().duration());
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingInstantReResolved resolved) {
        agree(resolved.start(), resolved.time().duration());
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingStarted event) {
        started = true;
        forget(LOBBY_OPENS);
        forget(MEETING_STARTS);
        if (interviewer == InterviewerKind.AI) bringInterviewer();
        var now = clock.instant();
        if (!leadCame) set(LEAD_IS_LATE, (now.isAfter(start) ? now : start).plus(settings.leadPatience()));
        set(TIME_IS_OVER, end.plus(settings.overtime()));
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(ParticipantJoined joined) {
        var participant = joined.participant();
        if (participant.role() == Role.INTERVIEWER) return;
        present.put(participant.participantId(), participant.role());
        forget(ROOM_STAYS_EMPTY);
        if (participant.role() != Role.LEAD) return;
        leadCame = true;
        forget(LEAD_IS_LATE);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(ParticipantLeft left) {
        present.remove(left.participantId());
        if (started && leadCame && present.isEmpty())
            set(ROOM_STAYS_EMPTY, clock.instant().plus(settings.emptyRoom()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingCancelled cancelled) {
        forgetAll();
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(LeadDidNotShow absent) {
        forget(LEAD_IS_LATE);
        forget(MEETING_STARTS);
        absent.mayComeUntil().ifPresentOrElse(until -> set(GRACE_ENDS, until), this::stop);
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingReopened reopened) {
        forget(GRACE_ENDS);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(NoShowConfirmed absent) {
        forgetAll();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingEnded ended) {
        forgetAll();
    }

    @DeadlineHandler(deadlineName = ALARM)
    void on(Alarm alarm) {
        // It forgets itself first, since a deadline must not cancel itself; an unknown one is of a time before a move.
        if (!armed.removeIf(one -> one.alarm().equals(alarm))) return;
        switch (alarm.moment()) {
            case LOBBY_OPENS -> openLobby();
            case MEETING_STARTS -> start();
            case LEAD_IS_LATE -> missTheLead();
            case GRACE_ENDS -> commands.send(new ConfirmNoShow(meetingId, us(), clock.instant()));
            case ROOM_STAYS_EMPTY -> end("everybody has left");
            case TIME_IS_OVER -> endUnlessStillTalking();
        }
    }

    private void agree(Instant newStart, Duration duration) {
        start = newStart;
        end = newStart.plus(duration);
        var lobbyOpens = start.minus(settings.lobbyOpensBefore());
        if (lobbyOpens.isAfter(clock.instant())) set(LOBBY_OPENS, lobbyOpens);
        else openLobby();
        set(MEETING_STARTS, start);
    }

    private void openLobby() {
        forget(LOBBY_OPENS);
        commands.send(new OpenLobby(meetingId, us(), clock.instant()));
    }

    /** After a long sleep the meeting may be past, or its people gone: starting it would only make the lead look absent. */
    private void start() {
        var now = clock.instant();
        var latest = present.isEmpty() ? start.plus(settings.latestStart()) : end;
        if (now.isBefore(latest) && now.isBefore(end)) commands.send(new StartMeeting(meetingId, us(), now));
        else commands.send(new FailMeeting(meetingId, us(), now, MISSED));
    }

    private void stop() {
        forgetAll();
        SagaLifecycle.end();
    }

    private void bringInterviewer() {
        var ai = Actor.interviewer(tenant);
        var now = clock.instant();
        pinned().forEach(questions -> commands.send(
                new SeatInterviewer(InterviewId.of(meetingId), ai, now, meetingId, questions.questionSet())));
        var seat = new Participant(ParticipantId.interviewerOf(meetingId), ai.name(), Role.INTERVIEWER);
        commands.send(new JoinMeeting(meetingId, ai, now, seat));
    }

    /** Read from the log, so that this saga stays small. */
    private Stream<QuestionSetPinned> pinned() {
        return history.of(meetingId, MeetingEvent.class).stream()
                .map(History.Fact::event)
                .filter(QuestionSetPinned.class::isInstance)
                .map(QuestionSetPinned.class::cast);
    }

    /** As long as guests are talking, nobody is missed. */
    private void missTheLead() {
        if (present.containsValue(Role.GUEST)) set(LEAD_IS_LATE, clock.instant().plus(settings.leadPatience()));
        else commands.send(new RecordNoShow(meetingId, us(), clock.instant(), settings.leadGrace()));
    }

    private void endUnlessStillTalking() {
        var now = clock.instant();
        if (present.isEmpty() || !now.isBefore(end.plus(settings.longestOvertime()))) end("the time is over");
        else set(TIME_IS_OVER, now.plus(settings.overtime()));
    }

    private void end(String reason) {
        commands.send(new EndMeeting(meetingId, us(), clock.instant(), reason));
    }

    private void set(Moment moment, Instant due) {
        forget(moment);
        var alarm = new Alarm(moment, due);
        armed.add(new Armed(alarm, deadlines.schedule(due, ALARM, alarm)));
    }

    private void forget(Moment moment) {
        forget(one -> one.alarm().moment() == moment);
    }

    private void forgetAll() {
        forget(_ -> true);
    }

    private void forget(Predicate<Armed> which) {
        armed.stream().filter(which).forEach(one -> deadlines.cancelSchedule(ALARM, one.deadline()));
        armed.removeIf(which);
    }

    private Actor us() {
        return Actor.system(tenant, "auto-join");
    }
}
