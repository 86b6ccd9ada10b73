package dev.parley.command.calendar;

import static dev.parley.api.calendar.BookingRules.conflict;
import static dev.parley.api.calendar.BookingRules.elsewhere;
import static dev.parley.api.calendar.CalendarEvent.Reason.CANCELLED;
import static dev.parley.api.calendar.CalendarEvent.Reason.HOLD_RELEASED;
import static dev.parley.api.calendar.CalendarEvent.Reason.MOVED;
import static dev.parley.api.calendar.CalendarEvent.Reason.OVER;
import static dev.parley.api.calendar.CalendarRefusal.CALENDAR_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.HOLD_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.SLOT_TAKEN;
import static dev.parley.api.calendar.CalendarRefusal.TOO_MANY_HOLDS;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.*;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingId;
import dev.parley.command.CommandSide;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One host's time: when the host can be met, what is booked, and what is held for a meeting that is being scheduled or moved. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("2") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class HostCalendar {
    /** Strangers may hold so many times at once. */
    private static final int MOST_HOLDS = 50;

    /** Rules look back to the beginning of a week, no further. */
    private static final Duration REMEMBERED = Duration.ofDays(15);

    @AggregateIdentifier
    private CalendarId calendarId;

    private TenantId tenant;
    private HostSettings settings = new HostSettings();
    private Diary diary = new Diary();

    HostCalendar() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(CALENDAR_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(HoldSlot command) {
        if (isDone(command)) return getVersion();
        var occupied = settings.type(command.terms().meetingType())
                .map(type -> type.occupiedBy(command.slot()))
                .orElseGet(() -> occupied(command.meetingId(), command.slot()));
        var overruled = accept(command, occupied);
        apply(new SlotHeld(
                command.calendarId(),
                command.by().tenant(),
                command.meetingId(),
                command.slot(),
                occupied,
                command.expires(),
                overruled));
        return getVersion();
    }

    /** The first that is refused takes back those before it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(HoldSlots command) {
        for (var one : command.wanted())
            handle(new HoldSlot(
                    command.calendarId(),
                    command.by(),
                    command.at(),
                    one.meetingId(),
                    one.slot(),
                    command.expires(),
                    command.terms()));
        return getVersion();
    }

    @CommandHandler
    Held handle(HoldOfferedSlot command) {
        var type = settings.offerOf(command.meetingType()).meetingType();
        var slot = new TimeSlot(command.start(), command.start().plus(type.duration()));
        var terms = new Terms(type.slug(), false, command.elsewhere());
        var hold = new HoldSlot(
                calendarId, command.by(), command.at(), command.meetingId(), slot, command.expires(), terms);
        if (diary.bookingOf(command.meetingId()).isPresent()) throw new Refused(HOLD_UNKNOWN, "holdId");
        if (!isDone(hold) && diary.standingHolds(command.at()) >= MOST_HOLDS) throw new Refused(TOO_MANY_HOLDS);
        handle(hold);
        return new Held(
                diary.holdOf(command.meetingId(), slot).flatMap(Entry::expires).orElse(command.expires()));
    }

    @CommandHandler
    Offered handle(ConfirmOffer command) {
        return settings.offerOf(command.meetingType());
    }

    @CommandHandler
    Long handle(BookSlot command) {
        if (isBooked(command.meetingId(), command.slot())) return getVersion();
        var occupied = occupied(command.meetingId(), command.slot());
        var others = diary.inTheWayOf(command.meetingId(), command.at());
        if (conflict(command.slot(), occupied, others).isPresent()) throw new Refused(SLOT_TAKEN, "localStart");
        return book(command.meetingId(), command.slot(), occupied);
    }

    @CommandHandler
    Long handle(CarryBookingAlong command) {
        var meeting = command.meetingId();
        if (diary.bookingOf(meeting).isEmpty() || isBooked(meeting, command.slot())) return getVersion();
        return book(meeting, command.slot(), occupied(meeting, command.slot()));
    }

    private Long book(MeetingId meeting, TimeSlot slot, TimeSlot occupied) {
        diary.bookingOf(meeting)
                .ifPresent(earlier -> apply(new SlotReleased(calendarId, meeting, earlier.slot(), MOVED)));
        apply(new SlotBooked(calendarId, meeting, slot, occupied));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReleaseHold command) {
        if (diary.holdOf(command.meetingId(), command.slot()).isPresent())
            apply(new SlotReleased(calendarId, command.meetingId(), command.slot(), HOLD_RELEASED));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReleaseSlot command) {
        var meeting = command.meetingId();
        diary.holdsOf(meeting)
                .forEach(hold -> apply(new SlotReleased(calendarId, meeting, hold.slot(), HOLD_RELEASED)));
        diary.bookingOf(meeting).map(Entry::slot).ifPresent(slot -> {
            var reason = command.at().isBefore(slot.start()) ? CANCELLED : OVER;
            apply(new SlotReleased(calendarId, meeting, slot, reason));
        });
        return getVersion();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Settled handle(DefineAvailability command) {
        settings.mayBeChangedBy(command);
        if (!settings.isDefinedAs(command.availability()))
            apply(new AvailabilityDefined(command.calendarId(), owner(command), next(), command.availability()));
        return new Settled(settings.edition());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Settled handle(DefineMeetingType command) {
        settings.mayBeChangedBy(command);
        settings.mayAdd(command.meetingType());
        if (!settings.has(command.meetingType()))
            apply(new MeetingTypeDefined(command.calendarId(), owner(command), next(), command.meetingType()));
        return new Settled(settings.edition());
    }

    @CommandHandler
    Settled handle(RetireMeetingType command) {
        settings.mayBeChangedBy(command);
        settings.mustOffer(command.slug());
        apply(new MeetingTypeRetired(calendarId, owner(command), next(), command.slug()));
        return new Settled(settings.edition());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Settled handle(ConnectBusyFeed command) {
        settings.mayBeChangedBy(command);
        apply(new BusyFeedConnected(command.calendarId(), owner(command), next(), command.server()));
        return new Settled(settings.edition());
    }

    @CommandHandler
    Settled handle(DisconnectBusyFeed command) {
        settings.mayBeChangedBy(command);
        settings.mustHaveFeed();
        apply(new BusyFeedDisconnected(calendarId, owner(command), next()));
        return new Settled(settings.edition());
    }

    private boolean isDone(HoldSlot command) {
        return isBooked(command.meetingId(), command.slot())
                || diary.holdOf(command.meetingId(), command.slot())
                        .filter(hold -> hold.stands(command.at()))
                        .isPresent();
    }

    private boolean isBooked(MeetingId meeting, TimeSlot slot) {
        return diary.bookingOf(meeting)
                .filter(entry -> entry.slot().equals(slot))
                .isPresent();
    }

    /** Refuses what cannot be had; answers with the rules that are broken with the scheduler's consent. */
    private List<CalendarRefusal> accept(HoldSlot command, TimeSlot occupied) {
        var others = diary.inTheWayOf(command.meetingId(), command.at());
        conflict(command.slot(), occupied, others).ifPresent(HostCalendar::refuse);
        var broken = settings.rules(command.slot(), command.at())
                .map(rules -> rules.brokenBy(
                        command.slot(), occupied, others, command.terms().elsewhere()))
                .orElseGet(() -> elsewhere(occupied, command.terms().elsewhere()).stream()
                        .toList());
        if (!command.terms().overrule()) broken.stream().findFirst().ifPresent(HostCalendar::refuse);
        return broken;
    }

    private static void refuse(CalendarRefusal broken) {
        throw new Refused(broken, "localStart");
    }

    /** With the buffers that were decided on when it was held, or else when the meeting was booked before. */
    private TimeSlot occupied(MeetingId meeting, TimeSlot slot) {
        return diary.holdOf(meeting, slot)
                .or(() -> diary.bookingOf(meeting))
                .map(entry -> entry.sameBuffersAround(slot))
                .orElse(slot);
    }

    private static Owner owner(SettingsCommand command) {
        return HostSettings.owner(command.by());
    }

    private int next() {
        return settings.edition() + 1;
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        calendarId = event.calendarId();
        switch (event) {
            case SlotHeld hold -> {
                tenant = hold.tenant();
                forgetHold(hold.meetingId(), hold.slot());
                diary.forgetBefore(hold.expires().minus(REMEMBERED));
                diary.add(Entry.of(hold));
            }
            case SlotBooked booking -> {
                forgetHold(booking.meetingId(), booking.slot());
                forgetBooking(booking.meetingId());
                diary.add(Entry.of(booking));
            }
            case SlotReleased release -> {
                switch (release.reason()) {
                    case HOLD_RELEASED -> forgetHold(release.meetingId(), release.slot());
                    case MOVED, CANCELLED -> forgetBooking(release.meetingId());
                    case OVER -> finish(release.meetingId());
                }
            }
            case SettingsEvent change -> {
                tenant = change.owner().tenant();
                settings.on(change);
            }
        }
    }

    private void finish(MeetingId meeting) {
        diary.bookingOf(meeting).ifPresent(entry -> {
            diary.remove(entry);
            diary.add(entry.over());
        });
    }

    private void forgetBooking(MeetingId meeting) {
        diary.bookingOf(meeting).ifPresent(diary::remove);
    }

    private void forgetHold(MeetingId meeting, TimeSlot slot) {
        diary.holdOf(meeting, slot).ifPresent(diary::remove);
    }
}
