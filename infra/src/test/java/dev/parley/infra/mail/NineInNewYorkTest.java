package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.at;
import static dev.parley.infra.mail.MailSamples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.notification.CalendarEntry.Standing;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row A1 as people's calendars and letters show it: every Sunday at nine, though clocks go back on the first of November. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NineInNewYorkTest {
    private static final ZoneId newYork = ZoneId.of("America/New_York");
    private static final LocalTime nine = LocalTime.of(9, 0);
    private static final SeriesId series = SeriesId.beginningWith(Samples.discoveryCall);
    private static final List<String> sundays = List.of("2026-10-25T09:00", "2026-11-01T09:00", "2026-11-08T09:00");
    private static final WholeSeries whole = new WholeSeries(
            series,
            RecurrenceRule.parse("FREQ=WEEKLY;COUNT=3"),
            at(sundays.getFirst(), "America/New_York", 30),
            List.of(),
            IntStream.range(0, 3).mapToObj(NineInNewYorkTest::standing).toList());

    @Test
    void is_what_the_rule_expands_to_with_the_zone_that_comes_along() throws Exception {
        var document = document();
        assertThat(document.getComponents("VTIMEZONE").toString()).contains("TZID:America/New_York");
        var period = new Period<>(
                ZonedDateTime.of(LocalDateTime.parse("2026-10-01T00:00"), newYork),
                ZonedDateTime.of(LocalDateTime.parse("2026-12-01T00:00"), newYork));
        VEvent master = document.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(master.calculateRecurrenceSet(period))
                .hasSize(3)
                .allSatisfy(one -> assertThat(onTheWall(one.getStart())).isEqualTo(nine));
    }

    @Test
    void is_when_each_of_them_begins() throws Exception {
        var events = document().<VEvent>getComponents("VEVENT");
        assertThat(events)
                .hasSize(4)
                .allSatisfy(event -> assertThat(onTheWall(
                                event.<DtStart<?>>getRequiredProperty("DTSTART").getDate()))
                        .isEqualTo(nine));
        assertThat(events.subList(1, 4).toString())
                .contains("DTSTART:20261025T130000Z", "DTSTART:20261101T140000Z", "DTSTART:20261108T140000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T09:00,Eastern Daylight Time,UTC-04:00",
        "2026-11-01T09:00,Eastern Standard Time,UTC-05:00",
        "2026-11-08T09:00,Eastern Standard Time,UTC-05:00"
    })
    void is_what_each_letter_says(String start, String name, String offset) {
        var time = at(start, "America/New_York", 30);
        var links = new Links(URI.create("https://a.test"), URI.create("https://b.test"), URI.create("https://c.test"));
        var words = new LetterWriter(HostZones.UNKNOWN)
                .write(letter(NotificationKind.INVITATION, Samples.lena, "Call", "", time, 0), links);
        assertThat(words.subject()).contains("09:00–09:30 America/New_York");
        assertThat(words.text())
                .contains(", 09:00–09:30\n")
                .contains("(America/New_York, " + name + ", " + offset + ")");
    }

    private static Calendar document() throws Exception {
        var invitation = letter(NotificationKind.INVITATION);
        var letter = new Letter(
                invitation.notificationId(),
                invitation.tenant(),
                invitation.kind(),
                invitation.recipient(),
                invitation.others(),
                invitation.meetingId(),
                invitation.title(),
                invitation.hostName(),
                at(sundays.getFirst(), "America/New_York", 30),
                0,
                "",
                invitation.summary(),
                invitation.assessment(),
                invitation.style(),
                whole);
        var text = new InviteDocument(MailSamples.settings())
                .of(letter, one -> URI.create("https://parley.test/" + one.meetingId()), Samples.now);
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static LocalTime onTheWall(TemporalAccessor start) {
        return Instant.from(start).atZone(newYork).toLocalTime();
    }

    private static Standing standing(int number) {
        var original = LocalDateTime.parse(sundays.get(number));
        return new Standing(
                new MeetingId(Samples.uuid("sunday " + number)),
                new Occurrence(series, number + 1, original, newYork),
                at(sundays.get(number), "America/New_York", 30),
                0);
    }
}
