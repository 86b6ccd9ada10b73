package dev.parley.infra.busyfeeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** How many dates a rule of recurrence can lead through before it is through, at most; nobody expands it to find out. */
final class RuleSize {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private RuleSize() {}

    static long atMost(Recur<?> rule, Instant begin, Instant horizon) {
        if (rule.getInterval() == 0) return FOR_EVER;
        var step = stepOf(rule.getFrequency());
        if (step.isZero()) return FOR_EVER;
        var periods =
                Math.max(1, Duration.between(begin, horizon).dividedBy(step) / Math.max(1, rule.getInterval()) + 1);
        var each = List.of(
                        rule.getHourList(),
                        rule.getMinuteList(),
                        rule.getSecondList(),
                        rule.getMonthList(),
                        rule.getMonthDayList(),
                        rule.getYearDayList(),
                        rule.getWeekNoList(),
                        rule.getDayList())
                .stream()
                .mapToLong(Collection::size)
                .map(size -> Math.max(1, size))
                .reduce(1, RuleSize::times);
        return times(periods, times(each, weeksIn(rule)));
    }

    /** A weekday of a month or a year is five or 53 days. */
    private static long weeksIn(Recur<?> rule) {
        if (rule.getDayList().isEmpty()) return 1;
        return switch (rule.getFrequency()) {
            case MONTHLY -> 5;
            case YEARLY -> 53;
            default -> 1;
        };
    }

    /** Nobody's meetings come every minute. */
    private static Duration stepOf(Frequency frequency) {
        return switch (frequency) {
            case SECONDLY, MINUTELY -> Duration.ZERO;
            case HOURLY -> Duration.ofHours(1);
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(7);
            case MONTHLY -> Duration.ofDays(28);
            case YEARLY -> Duration.ofDays(365);
        };
    }

    private static long times(long one, long other) {
        return one > FOR_EVER / other ? FOR_EVER : one * other;
    }
}
