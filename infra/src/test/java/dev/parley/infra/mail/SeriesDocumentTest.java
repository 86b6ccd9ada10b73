package dev.parley.infra.mail;

import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.infra.mail.MailSamples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.CalendarEntry.Standing;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every second Tuesday, four times; the second was called off, the third moved to Wednesday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesDocumentTest {
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);
    private static final RecurrenceRule rule = RecurrenceRule.parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=4");
    private static final Standing first = standing(1, "2026-12-01T09:00", "2026-12-01T09:00", 0);
    private static final Standing third = standing(3, "2026-12-29T09:00", "2026-12-30T10:00", 1);
    private static final Standing fourth = standing(4, "2027-01-12T09:00", "2027-01-12T09:00", 0);
    private static final WholeSeries whole = new WholeSeries(
            series,
            rule,
            berlin("2026-12-01T09:00"),
            List.of(LocalDateTime.parse("2026-12-15T09:00")),
            List.of(first, third, fourth));

    @Test
    void is_one_entry_that_follows_the_rule_on_the_clock_of_its_zone() throws Exception {
        var master = events(whole, NotificationKind.INVITATION).getFirst().toString();
        assertThat(master)
                .contains("UID:" + series + "@")
                .contains("DTSTART;TZID=Europe/Berlin:20261201T090000")
                .contains("RRULE:FREQ=WEEKLY;WKST=MO;COUNT=4;INTERVAL=2;BYDAY=TU")
                .contains("EXDATE;TZID=Europe/Berlin:20261215T090000");
    }

    @Test
    void gives_each_meeting_its_own_time_and_its_own_way_in() throws Exception {
        var events = events(whole, NotificationKind.INVITATION);
        assertThat(events).hasSize(4);
        assertThat(events).allSatisfy(event -> assertThat(event.toString()).contains("UID:" + series + "@"));
        var moved = events.get(2).toString();
        assertThat(moved)
                .contains("RECURRENCE-ID;TZID=Europe/Berlin:20261229T090000")
                .contains("DTSTART:20261230T090000Z")
                .contains("SEQUENCE:1")
                .contains("URL:https://parley.test/" + third.meetingId());
    }

    @Test
    void brings_the_zone_along() throws Exception {
        assertThat(document(whole, NotificationKind.INVITATION).getComponents("VTIMEZONE"))
                .hasSize(1);
        assertThat(document(new OneOfSeries(third.occurrence()), NotificationKind.UPDATE)
                        .getComponents("VTIMEZONE"))
                .hasSize(1);
    }

    @Test
    void names_the_one_that_has_gone_its_own_way() throws Exception {
        for (var kind : List.of(NotificationKind.UPDATE, NotificationKind.CANCELLATION))
            assertThat(events(new OneOfSeries(third.occurrence()), kind))
                    .singleElement()
                    .satisfies(event -> assertThat(event.toString())
                            .contains("UID:" + series + "@")
                            .contains("RECURRENCE-ID;TZID=Europe/Berlin:20261229T090000"));
    }

    @Test
    void calls_off_all_of_them_at_once() throws Exception {
        assertThat(events(whole, NotificationKind.CANCELLATION))
                .singleElement()
                .satisfies(event -> assertThat(event.toString())
                        .contains("UID:" + series + "@")
                        .contains("STATUS:CANCELLED")
                        .doesNotContain("RECURRENCE-ID"));
    }

    private static List<VEvent> events(CalendarEntry entry, NotificationKind kind) throws Exception {
        return document(entry, kind).getComponents("VEVENT");
    }

    private static Calendar document(CalendarEntry entry, NotificationKind kind) throws Exception {
        var text = new InviteDocument(MailSamples.settings())
                .of(MailSamples.as(letter(kind), entry), SeriesDocumentTest::way, now);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static URI way(Letter letter) {
        return URI.create("https://parley.test/" + letter.meetingId());
    }

    private static Standing standing(int number, String original, String start, int sequence) {
        MeetingTime time = berlin(start);
        var occurrence = new Occurrence(series, number, LocalDateTime.parse(original), time.zone());
        return new Standing(new MeetingId(uuid("meeting " + number)), occurrence, time, sequence);
    }
}
