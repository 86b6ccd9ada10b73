package dev.parley.infra.mail;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.WeekDay;

/** When clocks change every year, as an RRULE (RFC 5545 §3.3.10): found from the days on which they do. */
final class YearlyRecurrence {
    /** All combinations of weekdays and leap years. */
    private static final int CALENDARS = 28;

    private static final int SOME_YEAR = 2001;

    private YearlyRecurrence() {}

    /** Absent if these days are not seven successive ones of one month, as with the day after the last Thursday. */
    static Optional<String> of(ZoneOffsetTransitionRule rule) {
        var days = IntStream.range(SOME_YEAR, SOME_YEAR + CALENDARS)
                .mapToObj(rule::createTransition)
                .map(change -> change.getDateTimeBefore())
                .map(LocalDateTime::toLocalDate)
                .toList();
        var month = days.getFirst().getMonth();
        var weekday = days.getFirst().getDayOfWeek();
        if (days.stream().anyMatch(it -> it.getMonth() != month || it.getDayOfWeek() != weekday))
            return Optional.empty();
        var byMonth = "FREQ=YEARLY;BYMONTH=" + month.getValue();
        return Optional.of(
                byMonth + ";" + byDay(days, WeekDay.getWeekDay(weekday).toString()));
    }

    private static String byDay(List<LocalDate> days, String weekday) {
        var first = days.stream().mapToInt(LocalDate::getDayOfMonth).min().orElseThrow();
        var last = days.stream().mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
        if (last == days.getFirst().lengthOfMonth()) return "BYDAY=-1" + weekday;
        if (last - first == 6 && first % 7 == 1) return "BYDAY=" + (first / 7 + 1) + weekday;
        var monthDays =
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
        return "BYMONTHDAY=" + String.join(",", monthDays) + ";BYDAY=" + weekday;
    }
}
