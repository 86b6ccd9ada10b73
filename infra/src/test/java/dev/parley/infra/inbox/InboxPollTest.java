package dev.parley.infra.inbox;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.api.meeting.ReplyCommand.RecordResponse;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.TheLog;
import dev.parley.saga.inbox.JudgeMail;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A real IMAP server and a real database; what is decided, a recording side remembers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxPollTest {
    private static RunningStore store;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final TheLog log = new TheLog(() -> now).says(aDiscoveryCall().soFar());
    private final DecidingSide decidingSide = new DecidingSide();
    private GreenMailUser mailbox;

    @BeforeAll
    static void migrate() {
        store = RunningStore.on(TestDatabase.fresh());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void start() {
        server.start();
        mailbox = server.setUser("meetings@parley.test", "meetings", "secret");
        store.sql().sql("delete from inbox").update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void takes_an_answer_and_says_what_became_of_it() throws Exception {
        arrived(Mails.accepted(lena.email(), lena.email()));
        look();
        assertThat(whoAnswered()).containsExactly(lena.participantId());
        assertThat(lines())
                .containsExactly(new Line("ACCEPTED", "", lena.email(), demo.toString(), discoveryCall.toString()));
    }

    @Test
    void takes_every_letter_once_however_often_it_looks() throws Exception {
        arrived(Mails.accepted(lena.email(), lena.email()));
        look();
        look();
        arrived(Mails.accepted(gus.email(), gus.email()));
        look();
        look();
        assertThat(whoAnswered()).containsExactly(lena.participantId(), gus.participantId());
    }

    @Test
    void takes_no_more_at_once_than_it_may_and_the_rest_later() throws Exception {
        for (var i = 0; i < 5; i++) arrived(Mails.raw("From: x@y.test\n\nhello"));
        look();
        assertThat(lines()).hasSize(3);
        look();
        assertThat(lines()).hasSize(5);
    }

    @Test
    void shows_a_forged_answer_and_changes_nothing() throws Exception {
        arrived(Mails.accepted("eve@evil.test", lena.email()));
        look();
        assertThat(decidingSide.asked()).isEmpty();
        assertThat(lines())
                .containsExactly(new Line(
                        "QUARANTINED",
                        "SENDER_IS_NOT_THE_ATTENDEE",
                        "eve@evil.test",
                        demo.toString(),
                        discoveryCall.toString()));
    }

    @Test
    void parks_what_is_too_large_and_goes_on() throws Exception {
        arrived(Mails.raw("From: x@y.test\n\n" + "x".repeat(40_000)));
        arrived(Mails.accepted(lena.email(), lena.email()));
        look();
        assertThat(lines())
                .extracting(Line::verdict, Line::reason)
                .containsExactly(tuple("PARKED", "TOO_LARGE"), tuple("ACCEPTED", ""));
    }

    @Test
    void tries_again_what_could_not_be_decided_and_keeps_the_order() throws Exception {
        var failures = new AtomicInteger(1);
        decidingSide.when(RecordResponse.class, _ -> {
            if (failures.getAndDecrement() > 0) throw new IllegalStateException("the log is away");
        });
        arrived(Mails.accepted(lena.email(), lena.email()));
        arrived(Mails.raw("From: x@y.test\n\nhello"));
        look();
        assertThat(lines()).isEmpty();
        look();
        assertThat(lines()).extracting(Line::verdict).containsExactly("ACCEPTED", "IGNORED");
    }

    @Test
    void parks_what_fails_again_and_again_instead_of_looping() throws Exception {
        decidingSide.when(RecordResponse.class, _ -> {
            throw new IllegalStateException("this one breaks us");
        });
        arrived(Mails.accepted(lena.email(), lena.email()));
        arrived(Mails.raw("From: x@y.test\n\nhello"));
        for (var i = 0; i < 4; i++) look();
        assertThat(lines())
                .extracting(Line::verdict, Line::reason)
                .containsExactly(tuple("PARKED", "GIVEN_UP"), tuple("IGNORED", "NOT_AN_ANSWER"));
        assertThat(whoAnswered()).hasSize(3);
    }

    @Test
    void leaves_the_mailbox_as_it_found_it() throws Exception {
        arrived(Mails.accepted(lena.email(), lena.email()));
        look();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
    }

    @Test
    void survives_a_server_that_is_not_there() {
        var gone = Mailboxes.on(server.getImap().getPort());
        server.stop();
        look(gone);
        assertThat(lines()).isEmpty();
    }

    @Test
    void forgets_old_letters_but_not_how_far_it_has_read() throws Exception {
        arrived(Mails.raw("From: x@y.test\n\nold"));
        arrived(Mails.raw("From: x@y.test\n\nnewer"));
        look();
        store.sql()
                .sql("update inbox set received_at = now() - interval '1 year'")
                .update();
        look();
        assertThat(lines()).hasSize(1);
        look();
        assertThat(lines()).hasSize(1);
    }

    private void arrived(byte[] raw) throws Exception {
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private void look() {
        look(Mailboxes.on(server.getImap().getPort()));
    }

    private void look(InboxSettings settings) {
        var judge = new JudgeMail(log.history(), decidingSide.commands(), Clock.fixed(now, ZoneOffset.UTC));
        var table = new InboxTable(store.sql(), settings.source());
        new InboxPoll(settings, table, judge, Clock.systemUTC()).look();
    }

    private List<Object> whoAnswered() {
        return decidingSide.asked(RecordResponse.class).stream()
                .<Object>map(RecordResponse::participantId)
                .toList();
    }

    record Line(String verdict, String reason, String sender, String tenant, String meeting) {}

    private static List<Line> lines() {
        return store.sql().sql("""
                        select verdict, reason, sender, tenant_id::text as tenant, meeting_id::text as meeting
                        from inbox where verdict is not null order by uid""").query(Line.class).list();
    }
}
