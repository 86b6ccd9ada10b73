package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Letter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.util.unit.DataSize;

/** Lets a benchmark write documents without a mail server; nothing else needs to, so the writer stays private to its package. */
public final class WrittenInvitations {
    private final InviteDocument documents = new InviteDocument(new MailSettings(
            "",
            25,
            "",
            "",
            MailSettings.Tls.NONE,
            "meetings@parley.test",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            new MailSettings.Mailbox(1, DataSize.ofMegabytes(1))));

    public String write(Letter letter, URI way, Instant now) {
        return documents.of(letter, way, now);
    }
}
