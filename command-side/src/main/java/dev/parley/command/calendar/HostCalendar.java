package dev.parley.command.calendar;

import static dev.parley.api.calendar.CalendarEvent.Reason.CANCELLED;
import static dev.parley.api.calendar.CalendarEvent.Reason.HOLD_RELEASED;
import static dev.parley.api.calendar.CalendarEvent.Reason.MOVED;
import static dev.parley.api.calendar.CalendarRefusal.CALENDAR_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.SLOT_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.calendar.CalendarEvent.SlotBooked;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarEvent.SlotReleased;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.command.CommandSide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One host's time: what is booked, and what is held for a meeting that is being scheduled or moved. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("1") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class HostCalendar {
    @AggregateIdentifier
    private CalendarId calendarId;

    private TenantId tenant;
    private Map<MeetingId, TimeSlot> booked = new HashMap<>();
    private List<SlotHeld> held = new ArrayList<>();

    HostCalendar() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(CALENDAR_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(HoldSlot command) {
        if (isBooked(command.meetingId(), command.slot())) return getVersion();
        if (isHeld(command.meetingId(), command.slot(), command.at())) return getVersion();
        if (isTaken(command.meetingId(), command.slot(), command.at())) throw new Refused(SLOT_TAKEN, "localStart");
        apply(new SlotHeld(
                command.calendarId(), command.by().tenant(), command.meetingId(), command.slot(), command.expires()));
        return getVersion();
    }

    @CommandHandler
    Long handle(BookSlot command) {
        if (isBooked(command.meetingId(), command.slot())) return getVersion();
        if (isTaken(command.meetingId(), command.slot(), command.at())) throw new Refused(SLOT_TAKEN, "localStart");
        var earlier = booked.get(command.meetingId());
        if (earlier != null) apply(new SlotReleased(calendarId, command.meetingId(), earlier, MOVED));
        apply(new SlotBooked(calendarId, command.meetingId(), command.slot()));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReleaseHold command) {
        if (held.stream().anyMatch(hold -> isFor(hold, command.meetingId(), command.slot())))
            apply(new SlotReleased(calendarId, command.meetingId(), command.slot(), HOLD_RELEASED));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReleaseSlot command) {
        held.stream()
                .filter(hold -> hold.meetingId().equals(command.meetingId()))
                .map(hold -> new SlotReleased(calendarId, hold.meetingId(), hold.slot(), HOLD_RELEASED))
                .toList()
                .forEach(AggregateLifecycle::apply);
        var slot = booked.get(command.meetingId());
        if (slot != null) apply(new SlotReleased(calendarId, command.meetingId(), slot, CANCELLED));
        return getVersion();
    }

    private boolean isBooked(MeetingId meeting, TimeSlot slot) {
        return slot.equals(booked.get(meeting));
    }

    private boolean isHeld(MeetingId meeting, TimeSlot slot, Instant at) {
        return held.stream().anyMatch(hold -> isFor(hold, meeting, slot) && stands(hold, at));
    }

    /** By another meeting: its booking, or its hold unless that has lapsed. A meeting is never in its own way. */
    private boolean isTaken(MeetingId meeting, TimeSlot slot, Instant at) {
        return booked.entrySet().stream()
                        .anyMatch(entry -> !entry.getKey().equals(meeting)
                                && entry.getValue().overlaps(slot))
                || held.stream()
                        .anyMatch(hold -> !hold.meetingId().equals(meeting)
                                && stands(hold, at)
                                && hold.slot().overlaps(slot));
    }

    private static boolean isFor(SlotHeld hold, MeetingId meeting, TimeSlot slot) {
        return hold.meetingId().equals(meeting) && hold.slot().equals(slot);
    }

    private static boolean stands(SlotHeld hold, Instant at) {
        return at.isBefore(hold.expires());
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        switch (event) {
            case SlotHeld hold -> {
                calendarId = hold.calendarId();
                tenant = hold.tenant();
                forgetHold(hold.meetingId(), hold.slot());
                held.add(hold);
            }
            case SlotBooked booking -> {
                forgetHold(booking.meetingId(), booking.slot());
                booked.put(booking.meetingId(), booking.slot());
            }
            case SlotReleased release -> {
                switch (release.reason()) {
                    case HOLD_RELEASED -> forgetHold(release.meetingId(), release.slot());
                    case MOVED, CANCELLED -> booked.remove(release.meetingId());
                }
            }
        }
    }

    private void forgetHold(MeetingId meeting, TimeSlot slot) {
        held.removeIf(hold -> isFor(hold, meeting, slot));
    }
}
