package dev.parley.infra.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the mail that comes back is read.
 *
 * @param host of the IMAP server; empty: nothing is read
 * @param poll the pause between two looks
 * @param atOnce letters per look
 * @param size of the largest letter that is read; a larger one is parked
 * @param attempts at one letter before it is parked
 * @param keep how long it is remembered what became of a letter
 * @param trusts who checks senders for us: the authserv-id (RFC 8601) that our own mail server writes into
 *     {@code Authentication-Results}. Named, only what passed there counts; empty, the From line is believed
 * @param answering how long to wait for each of the server's answers
 */
@ConfigurationProperties("parley.mail.inbox")
record InboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("50") int atOnce,
        @DefaultValue("1MB") DataSize size,
        @DefaultValue("3") int attempts,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("") String trusts,
        @DefaultValue("15s") Duration answering) {

    /** Tells mailboxes apart. */
    String source() {
        return "imap:" + username + "@" + host + "/" + folder;
    }
}
