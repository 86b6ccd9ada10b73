package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.WordedBy;
import dev.parley.saga.notification.Invitations;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import dev.parley.saga.notification.Invitations.Delivery.Unconfirmed;
import dev.parley.saga.notification.InvitationsContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallhouse.ScriptedSmtp;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpInvitationsTest extends InvitationsContract {
    private static final Clock clock = Clock.fixed(Samples.now, ZoneOffset.UTC);

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final DemoMailbox mailbox = new DemoMailbox(settings().mailbox(), clock).start();

    @AfterEach
    void stop() {
        server.close();
        mailbox.close();
    }

    @Override
    protected Invitations reachable() {
        return invitations(settings(), mailbox.address());
    }

    @Override
    protected Invitations refusing() {
        server.answering("RCPT", "550 5.1.1 no such user");
        return scripted(settings());
    }

    @Override
    protected Invitations unavailable() {
        server.close();
        return scripted(settings());
    }

    @Nested
    class The_servers_answer {

        @Test
        void is_kept_word_for_word_with_the_name_of_the_letter() {
            var letter = letter(NotificationKind.INVITATION);
            assertThat(scripted(settings()).deliver(letter)).isInstanceOfSatisfying(Sent.class, sent -> {
                assertThat(sent.messageId()).isEqualTo("<" + letter.notificationId() + "@parley.example>");
                assertThat(sent.reply()).isEqualTo("250 2.0.0 queued as 4711");
                assertThat(sent.wordedBy()).isEqualTo(WordedBy.shipped(Language.EN));
                assertThat(sent.document()).matches("[0-9a-f]{32}");
            });
        }

        @ParameterizedTest
        @CsvSource({
            "RCPT,   550 5.1.1 no such user",
            "RCPT,   553 5.1.3 bad address",
            "MAIL,   550 5.7.1 sender refused",
            "DATA,   554 5.5.1 no valid recipients",
            "LETTER, 554 5.7.1 looks like spam",
            "LETTER, 552 5.3.4 too big"
        })
        void ends_it_when_it_is_5xx(String step, String answer) {
            server.answering(step, answer);
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains(answer));
        }

        @ParameterizedTest
        @CsvSource({
            "RCPT,    450 4.2.0 greylisted",
            "RCPT,    452 4.2.2 mailbox full",
            "MAIL,    451 4.3.0 later",
            "DATA,    421 4.3.2 going down",
            "LETTER,  451 4.3.0 try again",
            "CONNECT, 421 4.3.2 too many connections"
        })
        void means_later_when_it_is_4xx(String step, String answer) {
            server.answering(step, answer);
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOfSatisfying(
                            Deferred.class,
                            deferred -> assertThat(deferred.reason()).contains(answer.substring(0, 3)));
        }

        @ParameterizedTest
        @CsvSource({"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
        void means_later_when_the_line_goes_dead(String step) {
            server.answering(step, ScriptedSmtp.DROP);
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Deferred.class);
        }

        @Test
        void leaves_the_letter_in_doubt_when_it_is_lost_after_the_last_line() {
            server.answering("LETTER", ScriptedSmtp.DROP);
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Unconfirmed.class);
            assertThat(server.letters()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
        void means_later_when_there_is_none(String step) {
            server.answering(step, ScriptedSmtp.SILENCE);
            assertThat(scripted(answeringWithin(Duration.ofMillis(300))).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Deferred.class);
            assertThat(server.letters()).isEmpty();
        }

        @Test
        void leaves_the_letter_in_doubt_when_there_is_none_to_all_of_it() {
            server.answering("LETTER", ScriptedSmtp.SILENCE);
            assertThat(scripted(answeringWithin(Duration.ofMillis(300))).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Unconfirmed.class);
            assertThat(server.letters()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"CONNECT", "RCPT", "LETTER"})
        void may_take_its_time(String step) {
            server.answeringAfter(step, Duration.ofMillis(700));
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Sent.class);
        }

        /** Too long for the buffers in between, so that it cannot have been handed over when the line goes dead. */
        @Test
        void means_later_when_the_line_goes_dead_within_the_letter() {
            server.answering("LETTER", ScriptedSmtp.CUT);
            var crowd = IntStream.range(0, 30_000)
                    .mapToObj(number -> MailSamples.lead("Guest " + number, "guest" + number + "@acme.test"))
                    .toList();
            assertThat(scripted(settings()).deliver(MailSamples.among(crowd, letter(NotificationKind.INVITATION))))
                    .isInstanceOf(Deferred.class);
            assertThat(server.cut()).hasSize(1);
            assertThat(server.letters()).isEmpty();
        }

        @Test
        void means_later_when_it_is_about_our_credentials() {
            server.answering("EHLO", "250-scripted.test\r\n250 AUTH PLAIN").answering("AUTH", "535 5.7.8 no");
            var ours = withLogin("parley", "wrong");
            assertThat(scripted(ours).deliver(letter(NotificationKind.INVITATION)))
                    .isEqualTo(new Deferred("The mail server does not accept our credentials."));
        }

        @Test
        void counts_even_when_the_server_hangs_up_right_after_it() {
            server.answering("QUIT", ScriptedSmtp.DROP);
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Sent.class);
        }

        @Test
        void is_not_waited_for_for_ever() throws IOException {
            try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var impatient = invitations(
                        answeringWithin(Duration.ofMillis(200)), new MailServer("127.0.0.1", silent.getLocalPort()));
                assertThat(impatient.deliver(letter(NotificationKind.INVITATION)))
                        .isInstanceOf(Deferred.class);
            }
        }

        @Test
        void is_one_line_whatever_it_says() {
            server.answering("RCPT", "550-5.1.1 no\r\n550 such \u0007user " + "x".repeat(400));
            assertThat(scripted(settings()).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.reason())
                                    .doesNotContain("\n", "\r", "\u0007")
                                    .hasSizeLessThanOrEqualTo(300));
        }
    }

    @Nested
    class A_letter {

        @Test
        void dropped_after_it_was_handed_over_is_sent_again_under_the_same_name() {
            server.answering("LETTER", ScriptedSmtp.DROP);
            scripted(settings()).deliver(letter(NotificationKind.INVITATION));
            server.answering("LETTER", "250 OK");
            scripted(settings()).deliver(letter(NotificationKind.INVITATION));
            assertThat(server.letters())
                    .hasSize(2)
                    .allSatisfy(sent -> assertThat(sent)
                            .contains("Message-ID: <"
                                    + letter(NotificationKind.INVITATION).notificationId() + "@"));
        }

        @Test
        void is_not_sent_in_the_clear_where_encryption_is_demanded() {
            var strict = new MailSettings(
                    "",
                    25,
                    "",
                    "",
                    MailSettings.Tls.STARTTLS,
                    settings().from(),
                    settings().connecting(),
                    settings().answering(),
                    settings().mailbox());
            assertThat(scripted(strict).deliver(letter(NotificationKind.INVITATION)))
                    .isInstanceOf(Deferred.class);
            assertThat(server.letters()).isEmpty();
        }

        @Test
        void goes_to_its_recipient_only() {
            scripted(settings()).deliver(letter(NotificationKind.INVITATION));
            assertThat(server.heard().stream().filter(line -> line.startsWith("RCPT")))
                    .containsExactly("RCPT TO:<lena@acme.test>");
            assertThat(server.heard()).contains("MAIL FROM:<meet@parley.example>");
        }

        @Test
        void opens_the_room_until_a_day_after_the_meeting() {
            var links = new MailSamples.Links();
            new SmtpInvitations(
                            settings(),
                            new MailServer("127.0.0.1", server.port()),
                            MailSamples.ways(links),
                            HostZones.UNKNOWN,
                            clock)
                    .deliver(letter(NotificationKind.INVITATION));
            assertThat(links.expires).isEqualTo(MailSamples.nineInBerlin.end().plus(Duration.ofDays(1)));
        }
    }

    private Invitations scripted(MailSettings settings) {
        return invitations(settings, new MailServer("127.0.0.1", server.port()));
    }

    private static Invitations invitations(MailSettings settings, MailServer server) {
        return new SmtpInvitations(settings, server, MailSamples.ways(), HostZones.UNKNOWN, clock);
    }

    private static MailSettings withLogin(String username, String password) {
        var settings = settings();
        return new MailSettings(
                "",
                25,
                username,
                password,
                settings.tls(),
                settings.from(),
                settings.connecting(),
                settings.answering(),
                settings.mailbox());
    }

    private static MailSettings answeringWithin(Duration patience) {
        var settings = settings();
        return new MailSettings(
                "", 25, "", "", settings.tls(), settings.from(), settings.connecting(), patience, settings.mailbox());
    }
}
