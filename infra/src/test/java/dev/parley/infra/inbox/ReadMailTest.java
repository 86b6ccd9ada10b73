package dev.parley.infra.inbox;

import static dev.parley.infra.inbox.Mails.UID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Response;
import dev.parley.saga.inbox.IncomingMail.Bounce;
import dev.parley.saga.inbox.IncomingMail.Complaint;
import dev.parley.saga.inbox.IncomingMail.Content;
import dev.parley.saga.inbox.IncomingMail.Counter;
import dev.parley.saga.inbox.IncomingMail.Reply;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a letter says, if it can be read at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadMailTest {
    private static final String lena = "lena@acme.test";
    private static final Instant stamp = Instant.parse("2026-11-30T07:59:00Z");

    @Nested
    class An_answer {
        @ParameterizedTest
        @CsvSource({"ACCEPTED,ACCEPTED", "declined,DECLINED", "Tentative,TENTATIVE"})
        void is_read(String written, Response response) {
            assertThat(content(Mails.answer(lena, "REPLY", Mails.reply(lena, written))))
                    .isEqualTo(new Reply(UID, Optional.empty(), lena, response, 0, stamp, "Looking forward"));
        }

        @Test
        void may_be_about_one_of_a_series() {
            var event = Mails.reply(lena, "ACCEPTED") + "\nRECURRENCE-ID;TZID=Europe/Berlin:20261208T090000";
            assertThat(((Reply) content(Mails.answer(lena, "REPLY", event))).recurrence())
                    .contains(Instant.parse("2026-12-08T08:00:00Z"));
        }

        @Test
        void may_name_that_one_by_the_clock_of_outlook() {
            var event = Mails.reply(lena, "ACCEPTED") + "\nRECURRENCE-ID;TZID=W. Europe Standard Time:20261208T090000";
            assertThat(((Reply) content(Mails.answer(lena, "REPLY", event))).recurrence())
                    .contains(Instant.parse("2026-12-08T08:00:00Z"));
        }

        @Test
        void is_found_in_a_file() {
            assertThat(content(changed(
                            "text/calendar; charset=UTF-8; method=REPLY", "application/ics; name=\"invite.ics\"")))
                    .isInstanceOf(Reply.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"NEEDS-ACTION", "DELEGATED", "X-WHATEVER"})
        void that_says_neither_yes_nor_no_is_none(String status) {
            assertThat(content(Mails.answer(lena, "REPLY", Mails.reply(lena, status))))
                    .isEqualTo(new Unrelated("PARTSTAT_IS_NO_ANSWER"));
        }

        @Test
        void is_not_what_other_methods_say() {
            assertThat(content(Mails.answer(lena, "REQUEST", Mails.reply(lena, "ACCEPTED"))))
                    .isEqualTo(new Unrelated("METHOD_IS_NO_ANSWER"));
        }

        @ParameterizedTest
        @CsvSource({
            "UID:, X-UID:",
            "DTSTAMP:, X-DTSTAMP:",
            "SEQUENCE:0, SEQUENCE:99999999999",
            "SEQUENCE:0, SEQUENCE:-1",
            "mailto:lena@acme.test, mailto:<lena@acme.test>x@y.test",
            "COMMENT:, ATTENDEE:mailto:gus@acme.test|ATTENDEE:mailto:",
            "END:VCALENDAR, X"
        })
        void that_is_misshapen_is_unreadable(String right, String wrong) {
            assertThat(content(changed(right, wrong.replace("|", "\r\n")))).isInstanceOf(Unreadable.class);
        }

        private static byte[] changed(String right, String wrong) {
            var mail = new String(Mails.accepted("someone@else.test", lena), StandardCharsets.UTF_8);
            assertThat(mail).contains(right);
            return mail.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class A_counter_proposal {
        private static final Instant start = Instant.parse("2026-12-02T08:00:00Z");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DTSTART:20261202T080000Z\nDTEND:20261202T083000Z",
                    "DTSTART:20261202T080000Z\nDURATION:PT30M",
                    "DTSTART;TZID=Europe/Berlin:20261202T090000\nDTEND;TZID=Europe/Berlin:20261202T093000",
                    "DTSTART;TZID=W. Europe Standard Time:20261202T090000\nDURATION:PT30M",
                    "DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20261202T090000\nDURATION:PT30M",
                    "DTSTART;TZID=Eastern Standard Time:20261202T030000\nDURATION:PT30M"
                })
        void names_a_time(String times) {
            var end = start.plus(Duration.ofMinutes(30));
            assertThat(content(Mails.answer(lena, "COUNTER", Mails.counter(lena, times))))
                    .isEqualTo(new Counter(UID, Optional.empty(), lena, start, end, 0, stamp, "A day later?"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261203",
                    "DTSTART:20261202T090000\nDTEND:20261202T093000",
                    "DTSTART;TZID=\"../../etc/passwd\":20261202T090000\nDURATION:PT30M",
                    "DTSTART;TZID=Mars/Olympus:20261202T090000\nDURATION:PT30M",
                    "DTSTART:20261202T080000Z",
                    "DTSTART:20261202T080000Z\nDTSTART:20261202T090000Z\nDURATION:PT30M",
                    "DTSTART:99999999T999999Z\nDURATION:P99999999999D"
                })
        void that_names_no_moment_is_unreadable(String times) {
            assertThat(content(Mails.answer(lena, "COUNTER", Mails.counter(lena, times))))
                    .isInstanceOf(Unreadable.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Mars/Olympus", "\"../../etc/passwd\"", "Customized Time Zone"})
        void in_a_zone_that_nobody_knows_is_unreadable_and_says_why(String zone) {
            var times = "DTSTART;TZID=" + zone + ":20261202T090000\nDURATION:PT30M";
            assertThat(content(Mails.answer(lena, "COUNTER", Mails.counter(lena, times))))
                    .isEqualTo(new Unreadable("UNKNOWN_ZONE"));
        }

        @Test
        void that_lists_everybody_speaks_for_its_sender() {
            var event = Mails.counter(lena, "DTSTART:20261202T080000Z\nDURATION:PT30M")
                    + "\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@acme.test";
            assertThat(((Counter) content(Mails.answer("gus@acme.test", "COUNTER", event))).attendee())
                    .isEqualTo("gus@acme.test");
        }
    }

    @Nested
    class A_report {
        @Test
        void names_the_letter_that_came_back_and_why() {
            assertThat(content(Mails.bounce("<1@parley.test>")))
                    .isEqualTo(new Bounce("<1@parley.test>", "5.1.1", "550 5.1.1 no such user"));
        }

        @Test
        void of_a_delay_is_no_bounce() {
            assertThat(content(Mails.delayed("<1@parley.test>"))).isEqualTo(new Unrelated("NOT_A_FAILURE"));
        }

        @Test
        void of_spam_is_a_complaint() {
            assertThat(content(Mails.complaint("<1@parley.test>")))
                    .isEqualTo(new Complaint("<1@parley.test>", "abuse"));
        }

        @Test
        void without_the_letter_is_unreadable() {
            var mail = new String(Mails.bounce("<1@parley.test>"), StandardCharsets.UTF_8);
            assertThat(content(mail.replace("Message-ID", "X-ID").getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Unreadable("MALFORMED_REPORT"));
        }
    }

    @Nested
    class Hostile_mail {
        @Test
        void that_is_folded_without_end_is_unreadable() {
            var mail = new StringBuilder("From: lena@acme.test\n");
            for (var i = 0; i < 2_000; i++)
                mail.append("Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n".formatted(i, i));
            assertThat(content(Mails.raw(mail.toString()))).isInstanceOf(Unreadable.class);
        }

        @Test
        void with_thousands_of_parts_is_unreadable() {
            var mail = "From: lena@acme.test\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\nContent-Type: text/plain\n\nx\n".repeat(5_000) + "--b--\n";
            assertThat(content(Mails.raw(mail))).isEqualTo(new Unreadable("TOO_MANY_PARTS"));
        }

        @Test
        void with_a_calendar_that_is_folded_without_end_is_unreadable() {
            assertThat(content(Mails.answer(lena, "REPLY", "BEGIN:VALARM\n".repeat(10_000))))
                    .isInstanceOf(Unreadable.class);
        }

        /** Good letters with bytes changed and ends cut off, by a seed that can be tried again. */
        @Test
        void never_breaks_the_reader() {
            var random = new Random(4711);
            byte[][] good = {
                Mails.accepted(lena, lena), Mails.bounce("<1@parley.test>"), Mails.complaint("<1@parley.test>")
            };
            for (var i = 0; i < 3_000; i++)
                assertThat(content(spoilt(good[i % good.length], random))).isNotNull();
        }

        private static byte[] spoilt(byte[] mail, Random random) {
            var length = random.nextBoolean() ? mail.length : 1 + random.nextInt(mail.length);
            var spoilt = Arrays.copyOf(mail, length);
            for (var i = random.nextInt(8); i >= 0; i--) spoilt[random.nextInt(length)] = (byte) random.nextInt();
            return spoilt;
        }
    }

    private static Content content(byte[] raw) {
        return new ReadMail(Mailboxes.trusting("")).open(raw).mail().content();
    }
}
