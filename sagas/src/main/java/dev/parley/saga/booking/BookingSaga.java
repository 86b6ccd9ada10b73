package dev.parley.saga.booking;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.Commands;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private transient DeadlineManager deadlines;

    @Autowired
    private transient Clock clock;

    record Lapse(TimeSlot slot) {}

    /** A time that is held until its deadline. */
    record Hold(TimeSlot slot, String deadline) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(SlotHeld held) {
        know(held.tenant(), held.calendarId(), held.meetingId());
        forget(held.slot());
        holds.add(new Hold(held.slot(), deadlines.schedule(held.expires(), LAPSE, new Lapse(held.slot()))));
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

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(MeetingCancelled cancelled) {
        release();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "meetingId")
    void on(LeadDidNotShow absent) {
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
        commands.send(new ReleaseHold(calendarId, us(), clock.instant(), meetingId, lapsed.slot()));
        if (!booked && holds.isEmpty()) SagaLifecycle.end();
    }

    private void book(TimeSlot slot) {
        var reply = commands.send(new BookSlot(calendarId, us(), clock.instant(), meetingId, slot));
        forget(slot);
        booked = booked || reply.accepted();
        if (reply.refusedAs(CalendarRefusal.SLOT_TAKEN))
            commands.send(new CancelMeeting(meetingId, us(), clock.instant(), TAKEN));
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
