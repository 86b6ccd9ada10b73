package dev.parley.infra.inbox;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.api.meeting.ReplyCommand.RecordResponse;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.TheLog;
import dev.parley.saga.inbox.JudgeMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The mailbox is looked into by itself, and by one of several nodes at a time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxOnTwoNodesTest {
    private static final DecidingSide decidingSide = new DecidingSide();

    static class Judging {
        @Bean
        JudgeMail judgeMail() {
            var log = new TheLog(() -> now).says(aDiscoveryCall().soFar());
            return new JudgeMail(log.history(), decidingSide.commands(), Clock.fixed(now, ZoneOffset.UTC));
        }
    }

    @Test
    void every_letter_is_taken_once() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        var url = TestDatabase.fresh();
        var settings = List.of(
                "parley.mail.inbox.host=127.0.0.1",
                "parley.mail.inbox.port=" + server.getImap().getPort(),
                "parley.mail.inbox.username=meetings",
                "parley.mail.inbox.password=secret",
                "parley.mail.inbox.tls=false",
                "parley.mail.inbox.poll=200ms");
        var mailbox = server.setUser("meetings@parley.test", "meetings", "secret");
        try (var one = RunningStore.on(url, settings, Judging.class, InboxConfiguration.class);
                var other = RunningStore.on(url, settings, Judging.class, InboxConfiguration.class)) {
            for (var guest : List.of(lena, gus)) {
                var raw = new ByteArrayInputStream(Mails.accepted(guest.email(), guest.email()));
                mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), raw));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> decided(one) == 2);
            assertThat(decided(other)).isEqualTo(2);
            assertThat(decidingSide.asked(RecordResponse.class))
                    .extracting(RecordResponse::participantId)
                    .containsExactly(lena.participantId(), gus.participantId());
        } finally {
            server.stop();
        }
    }

    private static long decided(RunningStore node) {
        return node.sql()
                .sql("select count(*) from inbox where verdict = 'ACCEPTED'")
                .query(Long.class)
                .single();
    }
}
