package dev.parley.api.series;

import static dev.parley.api.series.SeriesRefusal.RECURRENCE_MALFORMED;
import static dev.parley.api.series.SeriesRefusal.RECURRENCE_NOT_SUPPORTED;
import static dev.parley.api.series.SeriesRefusal.TOO_MANY_OCCURRENCES;
import static dev.parley.api.series.SeriesRefusal.UNTIL_NOT_IN_UTC;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.series.RecurrenceRule.Day;
import dev.parley.api.series.RecurrenceRule.Frequency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule as calendars write it: {@code FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6}. */
final class RuleText {
    private static final int LONGEST = 300;
    private static final int MOST_DAYS = 40;
    private static final String FIELD = "rrule";
    private static final Set<String> ELSEWHERE = Set.of("SECONDLY", "MINUTELY", "HOURLY", "YEARLY");
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST");
    private static final Pattern PART = Pattern.compile("([A-Z-]{3,20})=([A-Z0-9+,:-]{1,250})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern DAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{8}(T[0-9]{6}Z?)?");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

    private RuleText() {}

    static RecurrenceRule parse(@Nullable String text) {
        var parts = parts(Shape.line(FIELD, text, LONGEST));
        var frequency = frequency(parts.get("FREQ"));
        var week = parts.getOrDefault("WKST", "MO");
        // RFC 5545 §3.3.10: not both.
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) throw new Refused(RECURRENCE_MALFORMED, FIELD);
        if (!week.equals("MO")) throw new Refused(RECURRENCE_NOT_SUPPORTED, FIELD);
        return new RecurrenceRule(
                frequency,
                Optional.ofNullable(parts.get("INTERVAL")).map(RuleText::number).orElse(1),
                Optional.ofNullable(parts.get("BYDAY"))
                        .map(days -> days(days, frequency))
                        .orElse(List.of()),
                Optional.ofNullable(parts.get("COUNT")).map(RuleText::count),
                Optional.ofNullable(parts.get("UNTIL")).map(RuleText::until));
    }

    private static Map<String, String> parts(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(";", -1)) {
            var match = PART.matcher(part);
            if (!match.matches() || parts.put(match.group(1), match.group(2)) != null)
                throw new Refused(RECURRENCE_MALFORMED, FIELD);
        }
        if (!KNOWN.containsAll(parts.keySet())) throw new Refused(RECURRENCE_NOT_SUPPORTED, FIELD);
        return parts;
    }

    private static Frequency frequency(@Nullable String text) {
        for (var frequency : Frequency.values()) if (frequency.name().equals(text)) return frequency;
        var exists = text != null && ELSEWHERE.contains(text);
        throw new Refused(exists ? RECURRENCE_NOT_SUPPORTED : RECURRENCE_MALFORMED, FIELD);
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) throw new Refused(RECURRENCE_MALFORMED, FIELD);
        return Integer.parseInt(text);
    }

    private static int count(String text) {
        var count = number(text);
        if (count > RecurrenceRule.MOST) throw new Refused(TOO_MANY_OCCURRENCES, FIELD);
        return count;
    }

    private static List<Day> days(String text, Frequency frequency) {
        var days =
                Arrays.stream(text.split(",", -1)).map(RuleText::day).distinct().toList();
        if (days.size() > MOST_DAYS) throw new Refused(RECURRENCE_MALFORMED, FIELD);
        var numbered = days.stream().anyMatch(day -> day.nth() != 0);
        // Elsewhere a number has no meaning (RFC 5545 §3.3.10).
        if (numbered && frequency != Frequency.MONTHLY) throw new Refused(RECURRENCE_NOT_SUPPORTED, FIELD);
        return days;
    }

    private static Day day(String text) {
        var match = DAY.matcher(text);
        if (!match.matches()) throw new Refused(RECURRENCE_MALFORMED, FIELD);
        var nth = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
        return new Day(nth, weekday(match.group(2)));
    }

    private static DayOfWeek weekday(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(letters))
                .findFirst()
                .orElseThrow();
    }

    private static Instant until(String text) {
        if (!MOMENT.matcher(text).matches()) throw new Refused(RECURRENCE_MALFORMED, FIELD);
        if (!text.endsWith("Z")) throw new Refused(UNTIL_NOT_IN_UTC, FIELD);
        try {
            return LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refused(RECURRENCE_MALFORMED, FIELD);
        }
    }
}
