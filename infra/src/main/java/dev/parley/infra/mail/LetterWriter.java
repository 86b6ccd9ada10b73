package dev.parley.infra.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.parley.api.WireFormat;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations.Letter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes letters from the templates in {@code resources/mail}. Templates see text and lists of text only, never objects, and
 * whatever people wrote is escaped in HTML.
 */
final class LetterWriter {
    private static final Map<NotificationKind, String> SUBJECTS = Map.of(
            NotificationKind.INVITATION, "Invitation: ",
            NotificationKind.UPDATE, "Changed: ",
            NotificationKind.CANCELLATION, "Cancelled: ",
            NotificationKind.REMINDER, "Reminder: ",
            NotificationKind.NO_SHOW, "We missed you: ",
            NotificationKind.SUMMARY, "Summary: ");

    private final Map<NotificationKind, Template> texts = templates(".txt", false);
    private final Map<NotificationKind, Template> htmls = templates(".html", true);

    Words write(Letter letter, URI way) {
        var times = MeetingTimes.of(letter.time());
        var values = values(letter, way, times);
        return new Words(
                subject(letter, times),
                Objects.requireNonNull(texts.get(letter.kind())).execute(values),
                Objects.requireNonNull(htmls.get(letter.kind())).execute(values));
    }

    private static String subject(Letter letter, MeetingTimes times) {
        var isOver = letter.kind() == NotificationKind.SUMMARY;
        var when = isOver
                ? ""
                : " (" + times.day() + ", " + times.hours() + " "
                        + letter.time().zone() + ")";
        return PlainText.line(SUBJECTS.get(letter.kind()) + PlainText.line(letter.title()) + when);
    }

    private static Map<String, Object> values(Letter letter, URI way, MeetingTimes times) {
        var values = new HashMap<String, Object>();
        values.put("recipient", PlainText.line(letter.recipient().name()));
        values.put("host", PlainText.line(letter.hostName()));
        values.put("title", PlainText.line(letter.title()));
        values.put("reason", PlainText.paragraphs(letter.reason()));
        values.put("day", times.day());
        values.put("hours", times.hours());
        values.put("zone", times.zone());
        values.put("utc", times.utc());
        values.put("way", way.toString());
        values.put("google", CalendarLinks.google(letter, way));
        values.put("outlook", CalendarLinks.outlook(letter, way));
        letter.summary().ifPresent(summary -> values.putAll(summarised(summary)));
        return values;
    }

    private static Map<String, Object> summarised(MeetingSummary summary) {
        var points = lines(summary.points());
        var nextSteps = lines(summary.nextSteps());
        return Map.of(
                "headline",
                PlainText.paragraphs(summary.headline()),
                "points",
                points,
                "hasPoints",
                !points.isEmpty(),
                "nextSteps",
                nextSteps,
                "hasNextSteps",
                !nextSteps.isEmpty());
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(PlainText::paragraphs).toList();
    }

    private static Map<NotificationKind, Template> templates(String extension, boolean escaped) {
        var compiler = Mustache.compiler()
                .escapeHTML(escaped)
                .emptyStringIsFalse(true)
                .defaultValue("")
                .withLoader(name -> open(name + extension));
        var templates = new EnumMap<NotificationKind, Template>(NotificationKind.class);
        for (var kind : NotificationKind.values())
            templates.put(kind, compile(compiler, WireFormat.name(kind) + extension));
        return templates;
    }

    private static Template compile(Mustache.Compiler compiler, String name) {
        try (var reader = open(name)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        var template = Objects.requireNonNull(LetterWriter.class.getResourceAsStream("/mail/" + name), name);
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
