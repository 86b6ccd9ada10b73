package dev.parley.saga.booking;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarCommand.CarryBookingAlong;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** From the held slot to the booked one, for the whole life of a meeting; a hold that leads nowhere lapses. */
@Saga
@ProcessingGroup("saga.booking")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class BookingSaga {
    private static final String LAPSE = "booking.lapse";
    private static final String TAKEN = "Somebody else took this time on the host's calendar.";

    private TenantId tenant;
    private CalendarId calendarId;
    private MeetingId meetingId;
    private boolean booked;
    private List<Hold> holds = new ArrayList<>();

    @Autowired
    private transient Commands commands;

    @Autowired
    private transient History history;

    @Autowired
    private transient DeadlineManager deadlines;

    @Autowired
    private transient Clock clock;

    /** @param on which calendar; empty of what was held before meetings changed hands */
    record Lapse(TimeSlot slot, Optional<CalendarId> on) {}

    /** A time that is held until its deadline. */
    record Hold(TimeSlot slot, String deadline) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(SlotHeld held) {
        // A time on another calendar may be held to hand the meeting over; until then it stands where it stood.
        if (!booked) know(held.tenant(), held.calendarId(), held.meetingId());
        forget(held.slot());
        var lapse = new Lapse(held.slot(), Optional.of(held.calendarId()));
        holds.add(new Hold(held.slot(), deadlines.schedule(held.expires(), LAPSE, lapse)));
    }

    /** Also starts here, because a slow client may schedule after its hold has lapsed. */
    @StartSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingScheduled meeting) {
        know(meeting.tenant(), CalendarId.of(meeting.tenant(), meeting.hostId()), meeting.meetingId());
        book(new TimeSlot(meeting.start(), meeting.start().plus(meeting.time().duration())));
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingRescheduled meeting) {
        book(new TimeSlot(meeting.start(), meeting.start().plus(meeting.time().duration())));
    }

    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingInstantReResolved meeting) {
        var slot = new TimeSlot(
                meeting.start(), meeting.start().plus(meeting.time().duration()));
        commands.send(new CarryBookingAlong(calendarId, us(), clock.instant(), meetingId, slot));
    }

    /** The new host's time first: what is given back too early is lost. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingReassigned handedOver) {
        var before = calendarId;
        calendarId = CalendarId.of(tenant, handedOver.hostId());
        book(agreed().slot());
        commands.send(new ReleaseSlot(before, us(), clock.instant(), meetingId));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingCancelled cancelled) {
        release();
    }

    /** As long as the lead may come, the time is theirs. */
    @SagaEventHandler(associationProperty = "meetingId")
    void on(LeadDidNotShow absent) {
        if (!absent.isFinal()) return;
        release();
        SagaLifecycle.end();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(NoShowConfirmed absent) {
        release();
    }

    /** The rest of the time is free again. */
    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingEnded ended) {
        release();
    }

    @DeadlineHandler(deadlineName = LAPSE)
    void on(Lapse lapsed) {
        holds.removeIf(
                hold -> hold.slot().equals(lapsed.slot())); // A deadline that cancels itself is retried for ever.
        var calendar = lapsed.on().orElse(calendarId);
        commands.send(new ReleaseHold(calendar, us(), clock.instant(), meetingId, lapsed.slot()));
        if (!booked && holds.isEmpty()) SagaLifecycle.end();
    }

    private void book(TimeSlot slot) {
        var reply = commands.send(new BookSlot(calendarId, us(), clock.instant(), meetingId, slot));
        forget(slot);
        booked = booked || reply.accepted();
        if (reply.refusedAs(CalendarRefusal.SLOT_TAKEN))
            commands.send(new CancelMeeting(meetingId, us(), clock.instant(), TAKEN));
    }

    /** Read from the log, so that this saga stays small. */
    private MeetingTime agreed() {
        return history.of(meetingId, MeetingEvent.class).stream()
                .map(History.Fact::event)
                .flatMap(BookingSaga::timeIn)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Stream<MeetingTime> timeIn(MeetingEvent event) {
        if (event instanceof MeetingScheduled scheduled) return Stream.of(scheduled.time());
        if (event instanceof MeetingRescheduled moved) return Stream.of(moved.time());
        return Stream.empty();
    }

    private void release() {
        holds.forEach(hold -> deadlines.cancelSchedule(LAPSE, hold.deadline()));
        commands.send(new ReleaseSlot(calendarId, us(), clock.instant(), meetingId));
    }

    private void forget(TimeSlot slot) {
        holds.stream()
                .filter(hold -> hold.slot().equals(slot))
                .forEach(hold -> deadlines.cancelSchedule(LAPSE, hold.deadline()));
        holds.removeIf(hold -> hold.slot().equals(slot));
    }

    private void know(TenantId tenant, CalendarId calendarId, MeetingId meetingId) {
        this.tenant = tenant;
        this.calendarId = calendarId;
        this.meetingId = meetingId;
    }

    private Actor us() {
        return Actor.system(tenant, "booking");
    }
}
