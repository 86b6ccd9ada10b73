package dev.parley.infra.mail;

import dev.parley.api.meeting.MeetingTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * When a meeting is, in words: as agreed, with the offset that holds on that date; for everybody else by the host's clock,
 * where that is another one, and in UTC.
 *
 * @param day for instance {@code Tuesday, 1 December 2026}
 * @param hours for instance {@code 09:00–09:30}
 * @param zone for instance {@code Europe/Berlin, Central European Standard Time, UTC+01:00}
 * @param utc for instance {@code 03:00–03:30 America/New_York, Eastern Standard Time, UTC-05:00; 08:00–08:30 UTC}
 */
record MeetingTimes(String day, String hours, String zone, String utc) {
    static MeetingTimes of(MeetingTime time, Optional<ZoneId> host, Locale locale) {
        var formats = Formats.of(locale);
        var start = time.start().atZone(time.zone());
        var end = time.end().atZone(time.zone());
        var atTheHosts = host.filter(zone -> !zone.equals(time.zone()))
                .map(zone -> formats.elsewhere(start, end, zone) + " "
                        + formats.zone().format(start.withZoneSameInstant(zone)) + "; ");
        return new MeetingTimes(
                formats.day().format(start),
                formats.hours(start, end),
                formats.zone().format(start),
                atTheHosts.orElse("") + formats.elsewhere(start, end, ZoneOffset.UTC) + " UTC");
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

        /** With the day where that is another one. */
        String elsewhere(ZonedDateTime start, ZonedDateTime end, ZoneId zone) {
            var there = start.withZoneSameInstant(zone);
            var anotherDay = there.toLocalDate().equals(start.toLocalDate()) ? "" : day.format(there) + ", ";
            return anotherDay + hours(there, end.withZoneSameInstant(zone));
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
