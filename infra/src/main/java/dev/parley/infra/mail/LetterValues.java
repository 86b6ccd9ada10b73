package dev.parley.infra.mail;

import dev.parley.api.WireFormat;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.Variable;
import dev.parley.saga.notification.Assessment;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the gaps of one letter; nothing of it is more than text, a list of text, or a yes. */
final class LetterValues {
    private final Map<String, Object> values = new HashMap<>();

    private LetterValues() {}

    static Map<String, Object> of(Letter letter, Links links, Optional<ZoneId> host, Language language) {
        var it = new LetterValues();
        it.meeting(letter, MeetingTimes.of(letter.time(), host, language.locale()));
        it.links(letter, links);
        letter.summary().ifPresent(it::summary);
        if (isForTheHost(letter)) letter.assessment().ifPresent(it::assessment);
        return it.values;
    }

    /** Looked at once more where it would be read: an assessment in a lead's letter could not be taken back. */
    private static boolean isForTheHost(Letter letter) {
        return letter.kind() == NotificationKind.SUMMARY && letter.recipient().role() == Invitee.Role.HOST;
    }

    private void meeting(Letter letter, MeetingTimes times) {
        put(Variable.RECIPIENT, PlainText.line(letter.recipient().name()));
        put(Variable.HOST, PlainText.line(letter.hostName()));
        put(Variable.TITLE, PlainText.line(letter.title()));
        put(Variable.REASON, PlainText.paragraphs(letter.reason()));
        put(Variable.DAY, times.day() + others(letter));
        put(Variable.HOURS, times.hours());
        put(Variable.ZONE, times.zone());
        put(Variable.UTC, times.utc());
        put(Variable.REGION, letter.time().zone().getId());
    }

    /** A series is announced by its first meeting; the calendar document has them all. */
    private static String others(Letter letter) {
        if (!(letter.entry() instanceof WholeSeries series) || series.meetings().size() < 2) return "";
        return " (+" + (series.meetings().size() - 1) + ")";
    }

    private void links(Letter letter, Links links) {
        put(Variable.WAY, links.way().toString());
        put(Variable.MANAGE, links.manage().toString());
        put(Variable.UNSUBSCRIBE, links.unsubscribe().toString());
        put(Variable.GOOGLE, CalendarLinks.google(letter, links.way()));
        put(Variable.OUTLOOK, CalendarLinks.outlook(letter, links.way()));
    }

    private void summary(MeetingSummary summary) {
        put(Variable.HEADLINE, PlainText.paragraphs(summary.headline()));
        list(Variable.POINTS, Variable.HAS_POINTS, summary.points());
        list(Variable.NEXT_STEPS, Variable.HAS_NEXT_STEPS, summary.nextSteps());
    }

    private void assessment(Assessment assessment) {
        assessment
                .score()
                .ifPresent(score -> put(
                        Variable.ASSESSMENT,
                        "Fit " + score.fit() + " · Engagement " + score.engagement() + " · "
                                + WireFormat.name(score.band())));
        list(Variable.INSIGHTS, Variable.HAS_INSIGHTS, assessment.insights());
    }

    private void list(Variable variable, Variable flag, List<String> texts) {
        var lines = texts.stream().map(PlainText::paragraphs).toList();
        put(variable, lines);
        put(flag, !lines.isEmpty());
    }

    private void put(Variable variable, Object value) {
        values.put(variable.word(), value);
    }
}
