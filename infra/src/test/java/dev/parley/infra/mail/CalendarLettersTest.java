package dev.parley.infra.mail;

import static dev.parley.infra.mail.ArrivedMail.attendees;
import static dev.parley.infra.mail.ArrivedMail.calendar;
import static dev.parley.infra.mail.ArrivedMail.calendarPart;
import static dev.parley.infra.mail.ArrivedMail.event;
import static dev.parley.infra.mail.ArrivedMail.html;
import static dev.parley.infra.mail.ArrivedMail.plain;
import static dev.parley.infra.mail.ArrivedMail.text;
import static dev.parley.infra.mail.ArrivedMail.types;
import static dev.parley.infra.mail.ArrivedMail.value;
import static dev.parley.infra.mail.MailSamples.at;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.notification.NotificationKind;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Letters that calendars understand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarLettersTest {
    private final ArrivedMail arrivals = new ArrivedMail();

    @AfterEach
    void stop() {
        arrivals.close();
    }

    @Nested
    class An_invitation {

        @Test
        void has_the_shape_that_calendars_expect() throws Exception {
            var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION));
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
            var calendar = calendar(arrivals.arrivedFrom(letter));
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
            assertThat(text(calendarPart(arrivals.arrivedFrom(letter))))
                    .contains("BEGIN:VALARM", "TRIGGER:-PT10M", "ACTION:DISPLAY")
                    .doesNotContain("VTIMEZONE", "TZID");
        }

        @Test
        void comes_from_the_mailbox_that_organises_and_lists_everybody_once() throws Exception {
            var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION));
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
            var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION));
            var way = value(event(calendar(mail)), "URL");
            assertThat(plain(mail)).contains(way).contains("calendar.google.com", "outlook.live.com");
            assertThat(html(mail)).contains(way).contains("calendar.google.com", "outlook.live.com");
            var others = arrivals.arrivedFrom(
                    letter(NotificationKind.INVITATION, Samples.gus, "Discovery call", "", nineInBerlin, 0));
            assertThat(value(event(calendar(others)), "URL")).isNotEqualTo(way);
        }

        @Test
        void is_marked_as_sent_by_a_machine() throws Exception {
            var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION));
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getSentDate().toInstant()).isEqualTo(Samples.now);
        }
    }

    @Nested
    class A_change {

        @Test
        void keeps_the_uid_and_raises_the_sequence() throws Exception {
            var before = event(calendar(arrivals.arrivedFrom(letter(NotificationKind.INVITATION))));
            var moved = at("2026-12-02T10:00", "Europe/Berlin", 45);
            var after = event(calendar(arrivals.arrivedFrom(
                    letter(NotificationKind.UPDATE, Samples.lena, "Discovery call", "", moved, 1))));
            assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
            assertThat(Integer.parseInt(value(after, "SEQUENCE")))
                    .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
            assertThat(value(after, "DTSTART")).isEqualTo("20261202T090000Z");
            assertThat(value(after, "DTEND")).isEqualTo("20261202T094500Z");
        }

        @Test
        void has_a_stamp_of_its_own() throws Exception {
            var letter = letter(NotificationKind.INVITATION);
            arrivals.deliver(letter, Samples.now.plusSeconds(90));
            assertThat(value(event(calendar(arrivals.last())), "DTSTAMP")).isEqualTo("20261130T080130Z");
        }
    }

    @Nested
    class A_declined_proposal {

        @Test
        void is_said_in_the_words_that_calendars_have_for_it() throws Exception {
            var mail = arrivals.arrivedFrom(letter(
                    NotificationKind.PROPOSAL_DECLINED,
                    Samples.lena,
                    "Discovery call",
                    "One meeting",
                    nineInBerlin,
                    3));
            var calendar = calendar(mail);
            var event = event(calendar);
            assertThat(calendar.validate().hasErrors()).isFalse();
            assertThat(value(calendar.getPropertyList().getAll(), "METHOD")).isEqualTo("DECLINECOUNTER");
            assertThat(calendarPart(mail).getContentType()).contains("method=DECLINECOUNTER");
            assertThat(value(event, "UID")).isEqualTo(Samples.discoveryCall + "@parley.example");
            assertThat(value(event, "SEQUENCE")).isEqualTo("3");
            assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:meet@parley.example");
            assertThat(value(event, "COMMENT")).isEqualTo("One meeting");
            assertThat(text(calendarPart(mail)))
                    .doesNotContain("ATTENDEE", "DTSTART", "SUMMARY", "STATUS:", "VALARM", "/join/");
            assertThat(plain(mail)).contains("stands", "One meeting").doesNotContain("has changed");
        }
    }

    @Nested
    class A_cancellation {

        @Test
        void takes_the_meeting_out_of_the_recipients_calendar_and_nobody_elses() throws Exception {
            var mail = arrivals.arrivedFrom(letter(
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
            var mail = arrivals.arrivedFrom(letter(
                    NotificationKind.CANCELLATION, Samples.lena, "Discovery call", "Alice is ill", nineInBerlin, 2));
            assertThat(plain(mail)).contains("Alice is ill").doesNotContain("/join/");
            assertThat(html(mail)).contains("Alice is ill").doesNotContain("/join/");
            assertThat(text(calendarPart(mail))).doesNotContain("/join/");
        }
    }
}
