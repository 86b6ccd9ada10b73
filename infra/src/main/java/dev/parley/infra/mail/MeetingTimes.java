package dev.parley.infra.mail;

import dev.parley.api.meeting.MeetingTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a meeting is, in words: as agreed, with the offset that holds on that date, and in UTC for everybody else.
 *
 * @param day for instance {@code Tuesday, 1 December 2026}
 * @param hours for instance {@code 09:00–09:30}
 * @param zone for instance {@code Europe/Berlin, Central European Standard Time, UTC+01:00}
 * @param utc for instance {@code 08:00–08:30 UTC}
 */
record MeetingTimes(String day, String hours, String zone, String utc) {
    private static final DateTimeFormatter DAY = format("EEEE, d MMMM uuuu");
    private static final DateTimeFormatter HOUR = format("HH:mm");
    private static final DateTimeFormatter HOUR_AND_OFFSET = format("HH:mm 'UTC'xxx");
    private static final DateTimeFormatter ZONE = format("VV, zzzz, 'UTC'xxx");

    static MeetingTimes of(MeetingTime time) {
        var start = time.start().atZone(time.zone());
        var end = time.end().atZone(time.zone());
        var utcStart = start.withZoneSameInstant(ZoneOffset.UTC);
        var utcDay = utcStart.toLocalDate().equals(start.toLocalDate()) ? "" : DAY.format(utcStart) + ", ";
        var utcHours = hours(utcStart, end.withZoneSameInstant(ZoneOffset.UTC));
        return new MeetingTimes(DAY.format(start), hours(start, end), ZONE.format(start), utcDay + utcHours + " UTC");
    }

    private static String hours(ZonedDateTime start, ZonedDateTime end) {
        var clocksChange = !start.getOffset().equals(end.getOffset());
        var hour = clocksChange ? HOUR_AND_OFFSET : HOUR;
        var endsLater = start.toLocalDate().equals(end.toLocalDate()) ? "" : DAY.format(end) + ", ";
        var dash = endsLater.isEmpty() && !clocksChange ? "–" : " – ";
        return hour.format(start) + dash + endsLater + hour.format(end);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
