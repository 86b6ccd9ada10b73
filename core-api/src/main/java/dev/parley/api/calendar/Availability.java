package dev.parley.api.calendar;

import static dev.parley.api.calendar.CalendarRefusal.DATE_TWICE;
import static dev.parley.api.calendar.CalendarRefusal.HOURS_OVERLAP;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * When a host can be met.
 *
 * @param zone in which all of it is meant
 * @param overrides dates on which other hours hold than in other weeks; none at all on a day off
 * @param horizonDays how far ahead a time may be booked
 * @param stepMinutes between two starts that are offered
 */
public record Availability(
        ZoneId zone,
        List<WeeklyHours> weekly,
        List<DateHours> overrides,
        int minimumNoticeMinutes,
        int horizonDays,
        int stepMinutes,
        Optional<Integer> mostPerDay,
        Optional<Integer> mostPerWeek) {
    private static final int FARTHEST = 730;

    public Availability {
        weekly = Shape.atMost(100, "weekly", weekly);
        overrides = Shape.atMost(366, "overrides", overrides);
        Shape.number("minimumNoticeMinutes", minimumNoticeMinutes, 0, 43_200);
        Shape.number("horizonDays", horizonDays, 1, FARTHEST);
        Shape.number("stepMinutes", stepMinutes, 5, 240);
        mostPerDay.ifPresent(most -> Shape.number("mostPerDay", most, 1, 100));
        mostPerWeek.ifPresent(most -> Shape.number("mostPerWeek", most, 1, 100));
        refuseOverlap(weekly);
        refuseRepeated(overrides);
    }

    /** Always, for as long as can be planned: what holds for a host who has defined nothing. */
    public static Availability always(ZoneId zone) {
        var allDay = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        var weekly = Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyHours(day, allDay))
                .toList();
        return new Availability(zone, weekly, List.of(), 0, FARTHEST, 30, Optional.empty(), Optional.empty());
    }

    /** Of one day of each week; a day may have several. */
    public record WeeklyHours(DayOfWeek day, Hours hours) {}

    public record DateHours(LocalDate date, List<Hours> hours) {
        public DateHours {
            hours = Shape.atMost(10, "hours", hours);
            for (var i = 0; i < hours.size(); i++)
                for (var j = 0; j < i; j++)
                    if (hours.get(i).overlaps(hours.get(j))) throw new Refused(HOURS_OVERLAP, "hours[" + i + "]");
        }
    }

    Optional<DateHours> overrideOf(LocalDate date) {
        return overrides.stream()
                .filter(override -> override.date().equals(date))
                .findFirst();
    }

    List<Hours> hoursOf(LocalDate date) {
        return overrideOf(date)
                .map(DateHours::hours)
                .orElseGet(() -> weekly.stream()
                        .filter(hours -> hours.day() == date.getDayOfWeek())
                        .map(WeeklyHours::hours)
                        .toList());
    }

    private static void refuseOverlap(List<WeeklyHours> weekly) {
        for (var i = 0; i < weekly.size(); i++)
            for (var j = 0; j < i; j++)
                if (weekly.get(i).day() == weekly.get(j).day()
                        && weekly.get(i).hours().overlaps(weekly.get(j).hours()))
                    throw new Refused(HOURS_OVERLAP, "weekly[" + i + "]");
    }

    private static void refuseRepeated(List<DateHours> overrides) {
        var seen = new HashSet<LocalDate>();
        for (var i = 0; i < overrides.size(); i++)
            if (!seen.add(overrides.get(i).date())) throw new Refused(DATE_TWICE, "overrides[" + i + "].date");
    }
}
