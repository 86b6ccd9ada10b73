package dev.parley.infra.zones;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two days on which clocks change every year.
 *
 * @param day of the month, from its end if negative
 * @param weekday on or next to {@code day}; null: exactly then
 * @param later whether the weekday is looked for from that day on, otherwise up to it
 * @param savings ahead of standard time from then on, in seconds
 */
record Recurring(
        TimeDefinition clock,
        Month month,
        int day,
        @Nullable DayOfWeek weekday,
        boolean later,
        long secondOfDay,
        long savings) {
    private static final long DAY = 86_400;

    static List<ZoneOffsetTransitionRule> read(ZoneInput in) throws IOException, UnusableRules {
        var standard = in.offset();
        var one = readDay(in);
        var other = readDay(in);
        // java.time wants them in the order of the year.
        return List.of(one.rule(standard, other), other.rule(standard, one)).stream()
                .sorted(Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                .toList();
    }

    private static Recurring readDay(ZoneInput in) throws IOException, UnusableRules {
        var clock = clock(in.unsignedByte());
        var month = Month.of(in.unsignedByte());
        var day = in.signedByte();
        var weekday = in.unsignedByte();
        var later = in.flag();
        var secondOfDay = in.seconds();
        in.name();
        var savings = in.seconds();
        return new Recurring(
                clock, month, day, weekday == 0 ? null : DayOfWeek.of(weekday), later, secondOfDay, savings);
    }

    private static TimeDefinition clock(int letter) throws UnusableRules {
        return switch (letter) {
            case 'u' -> TimeDefinition.UTC;
            case 's' -> TimeDefinition.STANDARD;
            case 'w' -> TimeDefinition.WALL;
            default -> throw new UnusableRules("it tells time by " + letter + ", which is no known clock");
        };
    }

    private ZoneOffsetTransitionRule rule(ZoneOffset standard, Recurring other) throws UnusableRules {
        if (secondOfDay < 0 || secondOfDay > DAY) throw new UnusableRules("its clocks change at second " + secondOfDay);
        var before = ZoneInput.offset(standard.getTotalSeconds() + other.savings);
        var after = ZoneInput.offset(standard.getTotalSeconds() + savings);
        if (isMidnightAfterTheMonthsLast())
            return ZoneOffsetTransitionRule.of(
                    month.minus(1), -1, dayBefore(), LocalTime.MIDNIGHT, true, clock, standard, before, after);
        var endOfDay = secondOfDay == DAY;
        var time = endOfDay ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(secondOfDay);
        return ZoneOffsetTransitionRule.of(month, firstDay(), weekday, time, endOfDay, clock, standard, before, after);
    }

    /** The end of a month's last Thursday, for instance, is compiled as 0:00 of the Friday up to the first of the next month. */
    private boolean isMidnightAfterTheMonthsLast() {
        return weekday != null && !later && day == 1 && secondOfDay == 0;
    }

    private @Nullable DayOfWeek dayBefore() {
        return weekday == null ? null : weekday.minus(1);
    }

    /** From which java.time looks for the weekday: forwards from a day, backwards from an end of the month. */
    private int firstDay() throws UnusableRules {
        if (weekday == null || later == day > 0) return day;
        if (later || day < 7) throw new UnusableRules("it looks for a weekday across the end of a month");
        return day - 6;
    }
}
