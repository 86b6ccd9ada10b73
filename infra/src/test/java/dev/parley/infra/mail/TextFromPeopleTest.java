package dev.parley.infra.mail;

import static dev.parley.infra.mail.ArrivedMail.attendees;
import static dev.parley.infra.mail.ArrivedMail.calendar;
import static dev.parley.infra.mail.ArrivedMail.calendarPart;
import static dev.parley.infra.mail.ArrivedMail.event;
import static dev.parley.infra.mail.ArrivedMail.html;
import static dev.parley.infra.mail.ArrivedMail.plain;
import static dev.parley.infra.mail.ArrivedMail.text;
import static dev.parley.infra.mail.ArrivedMail.value;
import static dev.parley.infra.mail.MailSamples.lead;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.Samples;
import dev.parley.api.notification.NotificationKind;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed stays text, in every part of a letter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextFromPeopleTest {
    private final ArrivedMail arrivals = new ArrivedMail();

    @AfterEach
    void stop() {
        arrivals.close();
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void is_inert_in_html(NotificationKind kind) throws Exception {
        var evil = lead("<img src=x onerror=alert(1)>", "lena@acme.test");
        var mail =
                arrivals.arrivedFrom(letter(kind, evil, "\"><script>alert(2)</script>", "<b>r</b>", nineInBerlin, 0));
        assertThat(html(mail)).contains("&lt;img src").doesNotContain("<img", "<script", "<b>");
    }

    @Test
    void is_no_template() throws Exception {
        var evil = lead("{{host}} {{{way}}} {{>join}}", "lena@acme.test");
        var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION, evil, "{{#reason}}", "", nineInBerlin, 0));
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
        var mail =
                arrivals.arrivedFrom(letter(NotificationKind.INVITATION, Samples.lena, title, title, nineInBerlin, 0));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(arrivals.lastAsSent()).doesNotContain("\nBcc:");
        assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo("x Bcc: all@evil.test");
        assertThat(event(calendar(mail)).getPropertyList().getProperty("BCC")).isEmpty();
    }

    @Test
    void cannot_end_its_line_in_the_calendar() throws Exception {
        var evil = lead("Eve\";CN=Bob:mailto:bob@x.test", "lena@acme.test");
        var title = "a;b,c:d\\n\\ATTENDEE:mailto:x@y.test";
        var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION, evil, title, "", nineInBerlin, 0));
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
        var mail = arrivals.arrivedFrom(
                letter(NotificationKind.INVITATION, lead("Lena", address), "Call", "", nineInBerlin, 0));
        assertThat(arrivals.heard()).contains("RCPT TO:<" + address + ">");
        assertThat(calendar(mail).validate().hasErrors()).isFalse();
        assertThat(attendees(event(calendar(mail)))).hasSize(2);
    }

    @Test
    void arrives_in_every_script() throws Exception {
        var title = "Gespräch über Zoë 李雷 🙂 " + "длинный ".repeat(20);
        var recipient = lead("Zoë “Z” 李雷", "lena@acme.test");
        var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION, recipient, title, "", nineInBerlin, 0));
        assertThat(mail.getSubject()).contains("Zoë 李雷 🙂 длинный");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Zoë “Z” 李雷");
        assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo(title.strip());
        assertThat(plain(mail)).contains("Zoë “Z” 李雷");
    }

    @Test
    void never_makes_a_line_too_long_for_calendars_nor_for_mail() throws Exception {
        var title = "李雷🙂ä".repeat(40);
        var mail = arrivals.arrivedFrom(letter(NotificationKind.INVITATION, Samples.lena, title, "", nineInBerlin, 0));
        assertThat(text(calendarPart(mail)).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(value(event(calendar(mail)), "SUMMARY")).isEqualTo(title);
        assertThat(arrivals.lastAsSent().split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
    }
}
