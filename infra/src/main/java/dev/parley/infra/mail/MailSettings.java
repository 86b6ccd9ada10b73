package dev.parley.infra.mail;

import dev.parley.api.Shape;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mail leaves.
 *
 * @param host of the SMTP server; empty: the embedded mailbox
 * @param from the mailbox that letters come from and that calendars answer to
 * @param connecting how long to wait for a connection
 * @param answering how long to wait for each answer
 */
@ConfigurationProperties("parley.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("if-offered") Tls tls,
        @DefaultValue("meetings@parley.test") String from,
        @DefaultValue("5s") Duration connecting,
        @DefaultValue("15s") Duration answering,
        @DefaultValue Mailbox mailbox) {

    MailSettings {
        from = Shape.email("parley.mail.from", from);
    }

    enum Tls {
        NONE,
        IF_OFFERED,
        STARTTLS,
        IMPLICIT
    }

    /** What the embedded mailbox keeps; older mail goes first. */
    record Mailbox(
            @DefaultValue("500") int letters,
            @DefaultValue("20MB") DataSize size) {}

    /** The right-hand side of message and calendar ids. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Under which calendars know a meeting or a series, for ever. */
    String uidOf(Object id) {
        return id + "@" + domain();
    }
}
