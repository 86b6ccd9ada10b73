package dev.parley.infra.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An SMTP server on loopback that takes every letter and keeps the newest in memory; after a restart it is empty. Letters
 * reach it over the same road as a real server, so a demo shows what a mail system would have got.
 */
final class DemoMailbox implements AutoCloseable {
    private final MailSettings.Mailbox limits;
    private final Clock clock;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Deque<DemoMail> newestFirst = new ArrayDeque<>();
    private long size;
    private long received;

    DemoMailbox(MailSettings.Mailbox limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    DemoMailbox start() {
        server.start();
        var everybody = server.setUser("everybody@localhost", "");
        server.getUserManager().setMessageDeliveryHandler((message, address) -> keep(message, address, everybody));
        return this;
    }

    MailServer address() {
        return new MailServer("127.0.0.1", server.getSmtp().getPort());
    }

    synchronized List<DemoMail> of(String tenant) {
        return newestFirst.stream().filter(mail -> mail.tenant().equals(tenant)).toList();
    }

    Optional<DemoMail> find(String tenant, String id) {
        return of(tenant).stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The library keeps every letter for ever, so it is made to forget all but the last; ours are counted. */
    private synchronized GreenMailUser keep(MovingMessage message, MailAddress address, GreenMailUser everybody)
            throws MessagingException {
        try {
            server.purgeEmailFromAllMailboxes();
            var mail =
                    DemoMail.of(String.valueOf(++received), address.getEmail(), message.getMessage(), clock.instant());
            newestFirst.addFirst(mail);
            size += mail.raw().length;
            while (newestFirst.size() > limits.letters() || size > limits.size().toBytes())
                size -= newestFirst.removeLast().raw().length;
            return everybody;
        } catch (FolderException | IOException e) {
            throw new MessagingException("The mailbox cannot take this letter.", e);
        }
    }
}
