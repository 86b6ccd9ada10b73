package dev.parley.api.series;

import static dev.parley.api.series.SeriesRefusal.NO_OCCURRENCES;
import static dev.parley.api.series.SeriesRefusal.RECURRENCE_NEVER_ENDS;
import static dev.parley.api.series.SeriesRefusal.START_NOT_IN_RULE;
import static dev.parley.api.series.SeriesRefusal.TOO_MANY_OCCURRENCES;

import dev.parley.api.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of RFC 5545 §3.3.10 that appointments need.
 *
 * @param interval of days, weeks (from Monday) or months
 * @param days none means: as the first meeting
 * @param until inclusive
 */
public record RecurrenceRule(
        Frequency frequency, int interval, List<Day> days, Optional<Integer> count, Optional<Instant> until) {
    /** How many meetings a series has at most. */
    public static final int MOST = 60;

    private static final Period LONGEST = Period.ofYears(2);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public RecurrenceRule {
        if (count.isEmpty() && until.isEmpty()) throw new Refused(RECURRENCE_NEVER_ENDS, "rrule");
        days = List.copyOf(days);
    }

    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    /** @param nth of its month, from the end if negative; 0 is every one */
    public record Day(int nth, DayOfWeek weekday) {
        @Override
        public String toString() {
            return (nth == 0 ? "" : Integer.toString(nth)) + weekday.name().substring(0, 2);
        }
    }

    /** Reads {@link #text} back, or refuses with a path under {@code rrule}. */
    public static RecurrenceRule parse(@Nullable String text) {
        return RuleText.parse(text);
    }

    /**
     * The local starts that the rule gives, the first meeting's before all others; the clock says the same at all of them,
     * whatever happens to the offset.
     */
    public List<LocalDateTime> starts(LocalDateTime first, ZoneId zone) {
        var latest = first.toLocalDate().plus(LONGEST);
        var days = new RuleDays(this, first.toLocalDate(), latest);
        var starts = days.all()
                .map(day -> day.atTime(first.toLocalTime()))
                .takeWhile(start -> until.isEmpty()
                        || !ZonedDateTime.of(start, zone).toInstant().isAfter(until.get()))
                .limit(count.orElse(MOST + 1))
                .toList();
        if (starts.isEmpty()) throw new Refused(NO_OCCURRENCES, "rrule");
        if (!starts.getFirst().equals(first)) throw new Refused(START_NOT_IN_RULE, "rrule");
        if (starts.size() > MOST || isCutShort(starts, zone, latest)) throw new Refused(TOO_MANY_OCCURRENCES, "rrule");
        return starts;
    }

    /** The rule goes on after the two years. */
    private boolean isCutShort(List<LocalDateTime> starts, ZoneId zone, LocalDate latest) {
        return count.map(number -> starts.size() < number)
                .orElseGet(() -> until.orElseThrow().atZone(zone).toLocalDate().isAfter(latest));
    }

    /** As calendars read it. */
    public String text() {
        var parts = new ArrayList<String>();
        parts.add("FREQ=" + frequency);
        if (interval > 1) parts.add("INTERVAL=" + interval);
        if (!days.isEmpty())
            parts.add("BYDAY=" + days.stream().map(Day::toString).collect(Collectors.joining(",")));
        // The default, but some calendars begin the week where their user lives.
        if (frequency == Frequency.WEEKLY && interval > 1) parts.add("WKST=MO");
        count.ifPresent(number -> parts.add("COUNT=" + number));
        until.ifPresent(last -> parts.add("UNTIL=" + UTC.format(last)));
        return String.join(";", parts);
    }
}
