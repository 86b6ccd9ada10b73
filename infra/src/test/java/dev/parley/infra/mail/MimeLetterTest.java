package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.at;
import static dev.parley.infra.mail.MailSamples.lead;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static dev.parley.infra.mail.MailSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.Samples;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations.Letter;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallhouse.ScriptedSmtp;

/** What arrives at a server, read back by another's eyes: the mail library parses the bytes, the calendar library the document. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MimeLetterTest {
    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class An_invitation {

        @Test
        void has_the_shape_that_calendars_expect() throws Exception {
            var mail = arrivedFrom(letter(NotificationKind.INVITATION));
            var mixed = (Multipart) mail.getContent();
            assertThat(mail.getContentType()).startsWith("multipart/mixed");
            assertThat(types(mixed)).containsExactly("multipart/alternative", "application/ics");
            assertThat(types((Multipart) mixed.getBodyPart(0).getContent()))
                    .containsExactly("text/plain", "text/html", "text/calendar");
            assertThat(calendarPart(mail).getContentType().replaceAll("\\s+", ""))
                    .isEqualToIgnoringCase("text/calendar;charset=UTF-8;method=REQUEST");
            assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
            assertThat(text(mixed.getBodyPart(1))).isEqualTo(text(calendarPart(mail)));
        }

        @Test
        void says_what_calendars_need_to_know() throws Exception {
            var letter = letter(NotificationKind.INVITATION);
            var calendar = calendar(arrivedFrom(letter));
            var event = event(calendar);
            assertThat(calendar.validate().hasErrors()).isFalse();
            assertThat(value(calendar.getPropertyList().getAll(), "METHOD")).isEqualTo("REQUEST");
            assertThat(value(event, "UID")).isEqualTo(Samples.discoveryCall + "@parley.example");
            assertThat(value(event, "SEQUENCE")).isEqualTo("0");
            assertThat(value(event, "DTSTAMP")).isEqualTo("20261130T080000Z");
            assertThat(value(event, "DTSTART")).isEqualTo("20261201T080000Z");
            assertThat(value(event, "DTEND")).isEqualTo("20261201T083000Z");
            assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
            assertThat(value(event, "SUMMARY")).isEqualTo("Discovery call");
            assertThat(value(event, "LOCATION")).startsWith("https://meet.example/join/");
            assertThat(value(event, "URL")).isEqualTo(value(event, "LOCATION"));
            assertThat(text(calendarPart(arrivedFrom(letter))))
                    .contains("BEGIN:VALARM", "TRIGGER:-PT10M", "ACTION:DISPLAY")
                    .doesNotContain("VTIMEZONE", "TZID");
        }

        @Test
        void comes_from_the_mailbox_that_organises_and_lists_everybody_once() throws Exception {
            var mail = arrivedFrom(letter(NotificationKind.INVITATION));
            var event = event(calendar(mail));
            var from = (InternetAddress) mail.getFrom()[0];
            assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:" + from.getAddress());
            assertThat(from.getPersonal()).isEqualTo("Alice Seller");
            assertThat(attendees(event)).containsExactly("mailto:lena@acme.test", "mailto:gus@acme.test");
            assertThat(event.getProperties("ATTENDEE").getFirst().toString())
                    .contains("CN=Lena Lead", "ROLE=REQ-PARTICIPANT", "PARTSTAT=NEEDS-ACTION", "RSVP=TRUE");
        }

        @Test
        void brings_the_recipients_own_link_in_every_part() throws Exception {
            var mail = arrivedFrom(letter(NotificationKind.INVITATION));
            var way = value(event(calendar(mail)), "URL");
            assertThat(plain(mail)).contains(way).contains("calendar.google.com", "outlook.live.com");
            assertThat(html(mail)).contains(way).contains("calendar.google.com", "outlook.live.com");
            var others = arrivedFrom(
                    letter(NotificationKind.INVITATION, Samples.gus, "Discovery call", "", nineInBerlin, 0));
            assertThat(value(event(calendar(others)), "URL")).isNotEqualTo(way);
        }

        @Test
        void is_marked_as_sent_by_a_machine() throws Exception {
            var mail = arrivedFrom(letter(NotificationKind.INVITATION));
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getSentDate().toInstant()).isEqualTo(Samples.now);
        }
    }

    @Nested
    class A_change {

        @Test
        void keeps_the_uid_and_raises_the_sequence() throws Exception {
            var before = event(calendar(arrivedFrom(letter(NotificationKind.INVITATION))));
            var moved = at("2026-12-02T10:00", "Europe/Berlin", 45);
            var after = event(calendar(
                    arrivedFrom(letter(NotificationKind.UPDATE, Samples.lena, "Discovery call", "", moved, 1))));
            assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
            assertThat(Integer.parseInt(value(after, "SEQUENCE")))
                    .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
            assertThat(value(after, "DTSTART")).isEqualTo("20261202T090000Z");
            assertThat(value(after, "DTEND")).isEqualTo("20261202T094500Z");
        }

        @Test
        void has_a_stamp_of_its_own() throws Exception {
            var letter = letter(NotificationKind.INVITATION);
            deliver(letter, Samples.now.plusSeconds(90));
            assertThat(value(event(calendar(last())), "DTSTAMP")).isEqualTo("20261130T080130Z");
        }
    }

    @Nested
    class A_cancellation {

        @Test
        void takes_the_meeting_out_of_the_recipients_calendar_and_nobody_elses() throws Exception {
            var mail = arrivedFrom(letter(
                    NotificationKind.CANCELLATION, Samples.lena, "Discovery call", "Alice is ill", nineInBerlin, 2));
            var calendar = calendar(mail);
            var event = event(calendar);
            assertThat(calendar.validate().hasErrors()).isFalse();
            assertThat(value(calendar.getPropertyList().getAll(), "METHOD")).isEqualTo("CANCEL");
            assertThat(calendarPart(mail).getContentType()).contains("method=CANCEL");
            assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
            assertThat(value(event, "UID")).isEqualTo(Samples.discoveryCall + "@parley.example");
            assertThat(value(event, "SEQUENCE")).isEqualTo("2");
            assertThat(attendees(event)).containsExactly("mailto:lena@acme.test");
        }

        @Test
        void says_why_and_invites_nobody_in() throws Exception {
            var mail = arrivedFrom(letter(
                    NotificationKind.CANCELLATION, Samples.lena, "Discovery call", "Alice is ill", nineInBerlin, 2));
            assertThat(plain(mail)).contains("Alice is ill").doesNotContain("/join/");
            assertThat(html(mail)).contains("Alice is ill").doesNotContain("/join/");
            assertThat(text(calendarPart(mail))).doesNotContain("/join/");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "SUMMARY"})
    void leave_calendars_alone(NotificationKind kind) throws Exception {
        var mail = arrivedFrom(letter(kind));
        assertThat(types((Multipart) mail.getContent())).containsExactly("text/plain", "text/html");
    }

    @Test
    void a_reminder_brings_the_link_again() throws Exception {
        assertThat(plain(arrivedFrom(letter(NotificationKind.REMINDER)))).contains("https://meet.example/join/");
    }

    @Test
    void a_summary_tells_what_was_said_and_never_a_score() throws Exception {
        var mail = arrivedFrom(letter(NotificationKind.SUMMARY));
        for (var words : List.of(plain(mail), html(mail)))
            assertThat(words)
                    .contains("Twelve people lose six hours a week", "Budget is there", "A demo")
                    .doesNotContainIgnoringCase("score")
                    .doesNotContainIgnoringCase("points");
    }

    @Nested
    class Text_from_people {

        @ParameterizedTest
        @EnumSource(NotificationKind.class)
        void is_inert_in_html(NotificationKind kind) throws Exception {
            var evil = lead("<img src=x onerror=alert(1)>", "lena@acme.test");
            var mail = arrivedFrom(letter(kind, evil, "\"><script>alert(2)</script>", "<b>r</b>", nineInBerlin, 0));
            assertThat(html(mail)).contains("&lt;img src").doesNotContain("<img", "<script", "<b>");
        }

        @Test
        void is_no_template() throws Exception {
            var evil = lead("{{host}} {{{way}}} {{>join}}", "lena@acme.test");
            var mail = arrivedFrom(letter(NotificationKind.INVITATION, evil, "{{#reason}}", "", nineInBerlin, 0));
            assertThat(plain(mail)).contains("Hello {{host}} {{{way}}} {{>join}},", "\"{{#reason}}\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x\r\nBcc: all@evil.test",
                    "x\nBcc: all@evil.test",
                    "x\rBcc: all@evil.test",
                    "x\u2028Bcc: all@evil.test",
                    "x\r\n\r\nBcc: all@evil.test",
                    "x\u0000Bcc: all@evil.test"
                })
        void cannot_add_a_header_nor_a_property(String title) throws Exception {
            var mail = arrivedFrom(letter(NotificationKind.INVITATION, Samples.lena, title, title, nineInBerlin, 0));
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(server.letters().getLast()).doesNotContain("\nBcc:");
            assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo("x Bcc: all@evil.test");
            assertThat(event(calendar(mail)).getPropertyList().getProperty("BCC"))
                    .isEmpty();
        }

        @Test
        void cannot_end_its_line_in_the_calendar() throws Exception {
            var evil = lead("Eve\";CN=Bob:mailto:bob@x.test", "lena@acme.test");
            var title = "a;b,c:d\\n\\ATTENDEE:mailto:x@y.test";
            var mail = arrivedFrom(letter(NotificationKind.INVITATION, evil, title, "", nineInBerlin, 0));
            var event = event(calendar(mail));
            assertThat(value(event, "SUMMARY")).isEqualTo(title);
            assertThat(text(calendarPart(mail)).replace("\r\n ", ""))
                    .contains("ATTENDEE;CN=\"Eve';CN=Bob:mailto:bob@x.test\";ROLE=");
            assertThat(attendees(event)).containsExactly("mailto:lena@acme.test", "mailto:gus@acme.test");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<aaa@bbb.test>ccc@ddd.test",
                    "a@x.test\u0000",
                    "a@x.test (c)",
                    "a@[127.0.0.1]",
                    "a@x.test, b@x.test",
                    "a@x.test\r\nRCPT TO:<b@x.test>",
                    "\"a b\"@x.test",
                    "a@x"
                })
        void is_no_address_when_it_is_more_than_one(String address) {
            assertThatThrownBy(() -> lead("Lena", address)).isInstanceOf(Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"o'neil+x@acme.test", "a^b`{|}~#%?@acme.test", "=?utf-8?q?a?=@x.test"})
        void reaches_unusual_addresses_as_they_are(String address) throws Exception {
            var mail = arrivedFrom(
                    letter(NotificationKind.INVITATION, lead("Lena", address), "Call", "", nineInBerlin, 0));
            assertThat(server.heard()).contains("RCPT TO:<" + address + ">");
            assertThat(calendar(mail).validate().hasErrors()).isFalse();
            assertThat(attendees(event(calendar(mail)))).hasSize(2);
        }

        @Test
        void arrives_in_every_script() throws Exception {
            var title = "Gespräch über Zoë 李雷 🙂 " + "длинный ".repeat(20);
            var recipient = lead("Zoë “Z” 李雷", "lena@acme.test");
            var mail = arrivedFrom(letter(NotificationKind.INVITATION, recipient, title, "", nineInBerlin, 0));
            assertThat(mail.getSubject()).contains("Zoë 李雷 🙂 длинный");
            assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal())
                    .isEqualTo("Zoë “Z” 李雷");
            assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo(title.strip());
            assertThat(plain(mail)).contains("Zoë “Z” 李雷");
        }

        @Test
        void never_makes_a_line_too_long_for_calendars_nor_for_mail() throws Exception {
            var title = "李雷🙂ä".repeat(40);
            var mail = arrivedFrom(letter(NotificationKind.INVITATION, Samples.lena, title, "", nineInBerlin, 0));
            assertThat(text(calendarPart(mail)).split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo(title);
            assertThat(server.letters().getLast().split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
        }
    }

    @Test
    void the_host_is_sent_to_the_room_without_a_guests_link() throws Exception {
        var host = new Invitee(Samples.lena.participantId(), "Alice", "alice@demo.test", Invitee.Role.HOST);
        var mail = arrivedFrom(letter(NotificationKind.REMINDER, host, "Call", "", nineInBerlin, 0));
        assertThat(plain(mail))
                .contains("https://meet.example/meetings/" + Samples.discoveryCall + "/room")
                .doesNotContain("/join/");
    }

    private MimeMessage arrivedFrom(Letter letter) throws MessagingException {
        deliver(letter, Samples.now);
        return last();
    }

    private void deliver(Letter letter, Instant now) {
        var to = new MailServer("127.0.0.1", server.port());
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        new SmtpInvitations(settings(), to, new Ways(new MailSamples.Links()), clock).deliver(letter);
    }

    private MimeMessage last() throws MessagingException {
        var bytes = server.letters().getLast().getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static BodyPart calendarPart(MimeMessage mail) throws MessagingException, IOException {
        return alternatives(mail).getBodyPart(2);
    }

    private static String plain(MimeMessage mail) throws MessagingException, IOException {
        return text(alternatives(mail).getBodyPart(0));
    }

    private static String html(MimeMessage mail) throws MessagingException, IOException {
        return text(alternatives(mail).getBodyPart(1));
    }

    private static Multipart alternatives(MimeMessage mail) throws MessagingException, IOException {
        var content = (Multipart) mail.getContent();
        return mail.isMimeType("multipart/mixed")
                ? (Multipart) content.getBodyPart(0).getContent()
                : content;
    }

    private static Calendar calendar(MimeMessage mail) throws MessagingException, IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text(calendarPart(mail))));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents().getFirst();
    }

    private static String value(VEvent event, String name) {
        return value(event.getPropertyList().getAll(), name);
    }

    private static List<String> attendees(VEvent event) {
        return event.getPropertyList().getAll().stream()
                .filter(property -> property.getName().equals("ATTENDEE"))
                .map(Property::getValue)
                .toList();
    }

    private static String value(List<Property> properties, String name) {
        var found = properties.stream()
                .filter(property -> property.getName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getValue();
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> types(Multipart parts) throws MessagingException {
        var types = new ArrayList<String>();
        for (var i = 0; i < parts.getCount(); i++)
            types.add(parts.getBodyPart(i).getContentType().split(";")[0].toLowerCase(Locale.ROOT));
        return types;
    }
}
