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
    static MeetingTimes of(MeetingTime time, Locale locale) {
        var formats = Formats.of(locale);
        var start = time.start().atZone(time.zone());
        var end = time.end().atZone(time.zone());
        var utcStart = start.withZoneSameInstant(ZoneOffset.UTC);
        var utcDay = utcStart.toLocalDate().equals(start.toLocalDate())
                ? ""
                : formats.day().format(utcStart) + ", ";
        var utcHours = formats.hours(utcStart, end.withZoneSameInstant(ZoneOffset.UTC));
        return new MeetingTimes(
                formats.day().format(start),
                formats.hours(start, end),
                formats.zone().format(start),
                utcDay + utcHours + " UTC");
    }

    private record Formats(
            DateTimeFormatter day, DateTimeFormatter hour, DateTimeFormatter hourAndOffset, DateTimeFormatter zone) {
        static Formats of(Locale locale) {
            var day = locale.getLanguage().equals("de") ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu";
            return new Formats(
                    DateTimeFormatter.ofPattern(day, locale),
                    DateTimeFormatter.ofPattern("HH:mm", locale),
                    DateTimeFormatter.ofPattern("HH:mm 'UTC'xxx", locale),
                    DateTimeFormatter.ofPattern("VV, zzzz, 'UTC'xxx", locale));
        }

        String hours(ZonedDateTime start, ZonedDateTime end) {
            var clocksChange = !start.getOffset().equals(end.getOffset());
            var format = clocksChange ? hourAndOffset : hour;
            var endsLater = start.toLocalDate().equals(end.toLocalDate()) ? "" : day.format(end) + ", ";
            var dash = endsLater.isEmpty() && !clocksChange ? "–" : " – ";
            return format.format(start) + dash + endsLater + format.format(end);
        }
    }
}
