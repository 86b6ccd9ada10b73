package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoMailboxTest {
    private static final Clock clock = Clock.fixed(Samples.now, ZoneOffset.UTC);
    private static final String TENANT = Samples.demo.toString();

    private DemoMailbox mailbox = mailbox(500, DataSize.ofMegabytes(20));

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void shows_a_letter_as_it_arrived() {
        deliver(NotificationKind.INVITATION);
        assertThat(mailbox.of(TENANT)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("invitation");
            assertThat(mail.from()).isEqualTo("Alice Seller <meet@parley.example>");
            assertThat(mail.to()).isEqualTo("lena@acme.test");
            assertThat(mail.subject()).startsWith("Invitation: Discovery call (Tuesday, 1 December 2026, 09:00–09:30");
            assertThat(mail.receivedAt()).isEqualTo(Samples.now);
            assertThat(mail.text()).startsWith("Hello Lena Lead,");
            assertThat(mail.html()).startsWith("<!doctype html>");
            assertThat(mail.calendar()).startsWith("BEGIN:VCALENDAR");
            assertThat(new String(mail.raw())).contains("Message-ID: <");
        });
    }

    @Test
    void shows_the_newest_first() {
        deliver(NotificationKind.INVITATION);
        deliver(NotificationKind.REMINDER);
        assertThat(mailbox.of(TENANT)).extracting(DemoMail::kind).containsExactly("reminder", "invitation");
    }

    @Test
    void shows_nothing_to_another_tenant() {
        deliver(NotificationKind.INVITATION);
        var id = mailbox.of(TENANT).getFirst().id();
        assertThat(mailbox.of(Samples.elsewhere.toString())).isEmpty();
        assertThat(mailbox.find(Samples.elsewhere.toString(), id)).isEmpty();
        assertThat(mailbox.find(TENANT, id)).isPresent();
    }

    @Test
    void forgets_the_oldest_when_there_are_too_many() {
        mailbox.close();
        mailbox = mailbox(2, DataSize.ofMegabytes(20));
        for (var kind : NotificationKind.values()) deliver(kind);
        assertThat(mailbox.of(TENANT)).extracting(DemoMail::kind).containsExactly("proposal-declined", "summary");
    }

    @Test
    void forgets_the_oldest_when_they_are_too_large() {
        mailbox.close();
        mailbox = mailbox(500, DataSize.ofKilobytes(20));
        for (var i = 0; i < 20; i++) deliver(NotificationKind.INVITATION);
        var kept = mailbox.of(TENANT);
        assertThat(kept).isNotEmpty().hasSizeLessThan(20);
        assertThat(kept.stream().mapToLong(mail -> mail.raw().length).sum()).isLessThanOrEqualTo(20 * 1024);
    }

    private void deliver(NotificationKind kind) {
        var invitations =
                new SmtpInvitations(settings(), mailbox.address(), MailSamples.ways(), HostZones.UNKNOWN, clock);
        assertThat(invitations.deliver(letter(kind))).isInstanceOf(Sent.class);
    }

    private static DemoMailbox mailbox(int letters, DataSize size) {
        return new DemoMailbox(new MailSettings.Mailbox(letters, size), clock).start();
    }
}
