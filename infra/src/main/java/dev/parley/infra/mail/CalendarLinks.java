package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Letter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** For calendars that do not add what strangers send: the same meeting, one click away. */
final class CalendarLinks {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarLinks() {}

    static String google(Letter letter, URI way) {
        var time = letter.time();
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(letter.title())
                + "&dates=" + COMPACT.format(time.start()) + "/" + COMPACT.format(time.end())
                + "&location=" + encoded(way.toString());
    }

    static String outlook(Letter letter, URI way) {
        var time = letter.time();
        return "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject="
                + encoded(letter.title())
                + "&startdt=" + encoded(time.start().toString())
                + "&enddt=" + encoded(time.end().toString())
                + "&location=" + encoded(way.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(PlainText.line(text), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
