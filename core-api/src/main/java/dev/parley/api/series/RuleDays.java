package dev.parley.api.series;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import dev.parley.api.series.RecurrenceRule.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days that a rule gives, in order, from the day of the first meeting on. Months that lack a day have none. */
record RuleDays(RecurrenceRule rule, LocalDate first, LocalDate last) {

    Stream<LocalDate> all() {
        return IntStream.iterate(0, period -> period <= longest(), period -> period + rule.interval())
                .boxed()
                .flatMap(this::days)
                .filter(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    /** No rule has more periods than days, and no step leads beyond what an int can hold. */
    private int longest() {
        return (int) Math.min(ChronoUnit.DAYS.between(first, last), Integer.MAX_VALUE / 2);
    }

    private Stream<LocalDate> days(int period) {
        return switch (rule.frequency()) {
            case DAILY -> Stream.of(first.plusDays(period)).filter(this::isWanted);
            case WEEKLY -> week(first.with(previousOrSame(DayOfWeek.MONDAY)).plusWeeks(period));
            case MONTHLY -> month(YearMonth.from(first).plusMonths(period));
        };
    }

    private boolean isWanted(LocalDate day) {
        return rule.days().isEmpty() || rule.days().stream().anyMatch(wanted -> wanted.weekday() == day.getDayOfWeek());
    }

    private Stream<LocalDate> week(LocalDate monday) {
        if (rule.days().isEmpty())
            return Stream.of(monday.plusDays(first.getDayOfWeek().ordinal()));
        return IntStream.range(0, 7).mapToObj(monday::plusDays).filter(this::isWanted);
    }

    private Stream<LocalDate> month(YearMonth month) {
        if (rule.days().isEmpty())
            return Stream.of(first.getDayOfMonth()).filter(month::isValidDay).map(month::atDay);
        return rule.days().stream()
                .flatMap(day -> inMonth(month, day))
                .distinct()
                .sorted();
    }

    private static Stream<LocalDate> inMonth(YearMonth month, Day day) {
        var nths = day.nth() == 0 ? IntStream.rangeClosed(1, 5) : IntStream.of(day.nth());
        return nths.mapToObj(nth -> month.atDay(1).with(dayOfWeekInMonth(nth, day.weekday())))
                .filter(date -> YearMonth.from(date).equals(month));
    }
}
