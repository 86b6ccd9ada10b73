package dev.parley.infra.mail;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.infra.mail.ArrivedMail.value;
import static dev.parley.infra.mail.MailSamples.at;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static dev.parley.infra.mail.MailSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesId;
import dev.parley.query.calendarfeed.FeedDocument.Entry;
import dev.parley.saga.notification.CalendarEntry.Standing;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Letters byte for byte, as they have been going out (written with {@code -Dparley.golden=write}): whoever changes one sees
 * what they change. A second library reads the same files in {@code web/src/wire/golden-letters.test.ts}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenLettersTest {
    private static final Path FOLDER = Path.of("src/test/resources/mail/golden");
    private static final Pattern BOUNDARY = Pattern.compile("----=_Part_\\d+_\\d+\\.\\d+");
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);

    private enum Golden {
        REQUEST,
        UPDATE,
        CANCEL,
        REMOVED,
        DECLINED_PROPOSAL,
        SERIES;

        Path file() {
            return FOLDER.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".eml");
        }

        Letter letter() {
            var moved = at("2026-12-02T10:00", "Europe/Berlin", 45);
            return switch (this) {
                case REQUEST -> MailSamples.letter(NotificationKind.INVITATION);
                case UPDATE ->
                    MailSamples.letter(NotificationKind.UPDATE, lena, "Zweites Gespräch 😀, ab 10", "", moved, 1);
                case CANCEL ->
                    MailSamples.letter(
                            NotificationKind.CANCELLATION, lena, "Discovery call", "Alice is ill", nineInBerlin, 2);
                case REMOVED ->
                    MailSamples.letter(NotificationKind.CANCELLATION, gus, "Discovery call", "", nineInBerlin, 3);
                case DECLINED_PROPOSAL ->
                    MailSamples.letter(NotificationKind.PROPOSAL_DECLINED, lena, "Discovery call", "", nineInBerlin, 1);
                case SERIES -> tuesdaysInNewYork();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_letter_is_as_it_always_was(Golden golden) throws Exception {
        assertGolden(golden.file(), written(golden.letter()));
    }

    @Test
    void a_feed_is_as_it_always_was() throws Exception {
        var calendar = new PublishedCalendar(settings(), new MailSamples.Links());
        var entry = new Entry(
                discoveryCall, "Discovery call; with a semicolon", "Lena Lead", now, now.plusSeconds(1_800), 7);
        assertGolden(FOLDER.resolve("feed.ics"), calendar.of(demo, List.of(entry), now));
    }

    @ParameterizedTest
    @CsvSource({
        "request.eml, REQUEST, 0, 2",
        "update.eml, REQUEST, 1, 2",
        "cancel.eml, CANCEL, 2, 1",
        "removed.eml, CANCEL, 3, 1",
        "declined-proposal.eml, DECLINECOUNTER, 1, 0"
    })
    void each_is_read_back(String file, String method, String sequence, int attendees) throws Exception {
        var calendar = read(FOLDER.resolve(file));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(value(calendar.getPropertyList().getAll(), "METHOD")).isEqualTo(method);
        var event = ArrivedMail.event(calendar);
        assertThat(value(event, "UID")).isEqualTo(discoveryCall + "@parley.example");
        assertThat(value(event, "SEQUENCE")).isEqualTo(sequence);
        assertThat(ArrivedMail.attendees(event)).hasSize(attendees);
    }

    @Test
    void the_series_is_read_back_with_what_is_left_out_and_what_has_moved() throws Exception {
        var calendar = read(FOLDER.resolve("series.eml"));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events.getFirst().toString())
                .contains("DTSTART;TZID=America/New_York:20270302T090000")
                .contains("EXDATE;TZID=America/New_York:20270309T090000");
        assertThat(events).extracting(event -> value(event, "UID")).containsOnly(series + "@parley.example");
        assertThat(events.get(2).toString())
                .contains("RECURRENCE-ID;TZID=America/New_York:20270316T090000")
                .contains("DTSTART:20270317T140000Z");
    }

    private static void assertGolden(Path file, String written) throws IOException {
        if (System.getProperty("parley.golden", "").equals("write")) Files.writeString(file, written);
        assertThat(file).as("run once with -Dparley.golden=write").exists();
        assertThat(written).isEqualTo(Files.readString(file));
    }

    /** Mail libraries make up boundaries from counters and clocks. */
    private static String written(Letter letter) throws Exception {
        var session = Session.getInstance(new Properties());
        var words = new LetterWriter(HostZones.UNKNOWN)
                .write(letter, MailSamples.ways().linksOf(letter));
        var document = new InviteDocument(settings()).of(letter, MailSamples.ways()::of, now);
        var bytes = new ByteArrayOutputStream();
        new MimeLetter(settings())
                .of(session, letter, words, Optional.of(document), now)
                .writeTo(bytes);
        var boundaries = new LinkedHashMap<String, String>();
        return BOUNDARY.matcher(bytes.toString(StandardCharsets.UTF_8))
                .replaceAll(it -> boundaries.computeIfAbsent(it.group(), _ -> "----=_Part_" + boundaries.size()));
    }

    private static Calendar read(Path file) throws Exception {
        var mail = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(file)));
        return new CalendarBuilder().build(new StringReader(ArrivedMail.text(ArrivedMail.calendarPart(mail))));
    }

    /** Four Tuesdays across the change of clocks on 14 March 2027: the second left out, the third moved to Wednesday. */
    private static Letter tuesdaysInNewYork() {
        var first = at("2027-03-02T09:00", "America/New_York", 30);
        var entry = new WholeSeries(
                series,
                RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=TU;COUNT=4"),
                first,
                List.of(LocalDateTime.parse("2027-03-09T09:00")),
                List.of(
                        standing(1, "2027-03-02T09:00", "2027-03-02T09:00", 0),
                        standing(3, "2027-03-16T09:00", "2027-03-17T10:00", 1),
                        standing(4, "2027-03-23T09:00", "2027-03-23T09:00", 0)));
        return MailSamples.as(letter(NotificationKind.INVITATION, lena, "Weekly call", "", first, 0), entry);
    }

    private static Standing standing(int number, String original, String start, int sequence) {
        var time = at(start, "America/New_York", 30);
        var occurrence = new Occurrence(series, number, LocalDateTime.parse(original), time.zone());
        return new Standing(new MeetingId(uuid("meeting " + number)), occurrence, time, sequence);
    }
}
