package dev.parley.api.calendar;

import static dev.parley.api.calendar.CalendarRefusal.*;

import dev.parley.api.TimeSlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which rules a time may be booked on a host's calendar at a given moment. Whoever lists free times and whoever books one
 * asks the same rules, so what is offered can be had.
 */
public final class BookingRules {
    private final Availability availability;
    private final Openings openings;
    private final Instant earliest;
    private final Instant tooFar;
    private final Instant now;

    private BookingRules(Availability availability, TimeSlot range, Instant now) {
        this.availability = availability;
        this.openings = Openings.of(availability, range);
        this.now = now;
        this.earliest = now.plus(Duration.ofMinutes(availability.minimumNoticeMinutes()));
        this.tooFar = LocalDate.ofInstant(now, availability.zone())
                .plusDays(availability.horizonDays() + 1L)
                .atStartOfDay(availability.zone())
                .toInstant();
    }

    /** For times within the range. */
    public static BookingRules within(TimeSlot range, Availability availability, Instant now) {
        return new BookingRules(availability, range, now);
    }

    /** What nobody can overrule: two meetings of one host never overlap, nor does one the buffer of another. */
    public static Optional<CalendarRefusal> conflict(TimeSlot meeting, TimeSlot occupied, Bookings others) {
        if (others.meetWithin(meeting)) return Optional.of(SLOT_TAKEN);
        return others.occupy(occupied) ? Optional.of(IN_BUFFER) : Optional.empty();
    }

    /** The first rule that forbids the meeting; empty if it can be booked. */
    public Optional<CalendarRefusal> refusal(TimeSlot meeting, TimeSlot occupied, Bookings others, BusyTimes busy) {
        return conflict(meeting, occupied, others)
                .or(() -> brokenBy(meeting, occupied, others, busy).stream().findFirst());
    }

    /** Every rule that the meeting would break though the host might overrule it, the host's other calendar last. */
    public List<CalendarRefusal> brokenBy(TimeSlot meeting, TimeSlot occupied, Bookings others, BusyTimes busy) {
        var broken = new ArrayList<CalendarRefusal>();
        if (meeting.start().isBefore(earliest)) broken.add(TOO_SHORT_NOTICE);
        if (!meeting.start().isBefore(tooFar)) broken.add(BEYOND_HORIZON);
        if (!openings.contain(meeting)) broken.add(isDayOff(meeting) ? DAY_OFF : OUTSIDE_HOURS);
        if (availability
                .mostPerDay()
                .filter(most -> dayHas(meeting, others, most))
                .isPresent()) broken.add(DAY_IS_FULL);
        if (availability
                .mostPerWeek()
                .filter(most -> weekHas(meeting, others, most))
                .isPresent()) broken.add(WEEK_IS_FULL);
        elsewhere(occupied, busy).ifPresent(broken::add);
        return broken;
    }

    /** Where the host's own other calendar speaks against it, or nobody knows what it says. */
    public static Optional<CalendarRefusal> elsewhere(TimeSlot occupied, BusyTimes busy) {
        if (busy.areUnknown()) return Optional.of(BUSY_TIMES_STALE);
        return busy.overlap(occupied) ? Optional.of(BUSY_ELSEWHERE) : Optional.empty();
    }

    /** The starts that are offered in the range, whether or not they can still be had; none in the past. */
    public Stream<Instant> starts(TimeSlot range) {
        var step = Duration.ofMinutes(availability.stepMinutes());
        var first = now.isAfter(range.start()) ? now : range.start();
        return openings.hours().stream()
                .filter(hours -> hours.end().isAfter(first) && hours.start().isBefore(range.end()))
                .flatMap(hours -> Stream.iterate(
                        firstStart(hours, first, step),
                        start -> start.isBefore(hours.end()) && start.isBefore(range.end()),
                        start -> start.plus(step)))
                .distinct();
    }

    private static Instant firstStart(TimeSlot hours, Instant from, Duration step) {
        if (!from.isAfter(hours.start())) return hours.start();
        var passed = Duration.between(hours.start(), from);
        var steps = passed.dividedBy(step) + (passed.toNanos() % step.toNanos() == 0 ? 0 : 1);
        return hours.start().plus(step.multipliedBy(steps));
    }

    private boolean isDayOff(TimeSlot meeting) {
        return availability
                .overrideOf(dayOf(meeting))
                .filter(override -> override.hours().isEmpty())
                .isPresent();
    }

    private boolean dayHas(TimeSlot meeting, Bookings others, int most) {
        var day = dayOf(meeting);
        return others.beginWithin(between(day, day.plusDays(1))) >= most;
    }

    /** Weeks begin on Monday (ISO 8601). */
    private boolean weekHas(TimeSlot meeting, Bookings others, int most) {
        var monday = dayOf(meeting).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return others.beginWithin(between(monday, monday.plusWeeks(1))) >= most;
    }

    private LocalDate dayOf(TimeSlot meeting) {
        return LocalDate.ofInstant(meeting.start(), availability.zone());
    }

    private TimeSlot between(LocalDate first, LocalDate after) {
        var zone = availability.zone();
        return new TimeSlot(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }
}
