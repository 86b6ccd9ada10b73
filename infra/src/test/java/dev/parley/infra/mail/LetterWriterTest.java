package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.notification.NotificationKind;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterWriterTest {
    private static final Links LINKS = new Links(
            URI.create("https://meet.example/join/abc"),
            URI.create("https://meet.example/appointment/abc"),
            URI.create("https://meet.example/unsubscribe/abc"));

    private final LetterWriter writer = new LetterWriter(HostZones.UNKNOWN);

    @Test
    void writes_an_invitation_that_needs_no_calendar() {
        var words = writer.write(letter(NotificationKind.INVITATION), LINKS);
        assertThat(words.subject())
                .isEqualTo("Invitation: Discovery call (Tuesday, 1 December 2026, 09:00–09:30 Europe/Berlin)");
        assertThat(words.text())
                .startsWith("""
                        Hello Lena Lead,

                        Alice Seller invites you to "Discovery call".

                        When:  Tuesday, 1 December 2026, 09:00–09:30
                               (Europe/Berlin, Central European Standard Time, UTC+01:00)
                               08:00–08:30 UTC
                        Join:  https://meet.example/join/abc
                               This link is yours alone; please do not pass it on.

                        The attached invitation puts it into your calendar.\
                        """)
                .contains("dates=20261201T080000Z/20261201T083000Z")
                .contains("An AI interviewer may lead the conversation");
    }

    @Test
    void says_why_something_changed_only_where_somebody_said_why() {
        var silent = letter(NotificationKind.UPDATE, Samples.lena, "Call", "", nineInBerlin, 1);
        var explained = letter(NotificationKind.UPDATE, Samples.lena, "Call", "The train is late", nineInBerlin, 1);
        assertThat(writer.write(silent, LINKS).text()).doesNotContain("Why:");
        assertThat(writer.write(explained, LINKS).text()).contains("Why:   The train is late");
    }

    @Test
    void tells_a_summary_in_a_list() {
        assertThat(writer.write(letter(NotificationKind.SUMMARY), LINKS).text()).contains("""
                        Twelve people lose six hours a week

                        - 12 people
                        - Budget is there

                        What comes next:
                        - A demo
                        """);
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void leaves_no_template_behind(NotificationKind kind) {
        var words = writer.write(letter(kind), LINKS);
        for (var text : new String[] {words.subject(), words.text(), words.html()})
            assertThat(text).isNotBlank().doesNotContain("{{", "}}");
        assertThat(words.html()).startsWith("<!doctype html>").endsWith("</html>\n");
    }
}
