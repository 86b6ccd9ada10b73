package dev.parley.infra.mail;

import dev.parley.api.template.WordedBy;
import dev.parley.saga.notification.Invitations.Delivery;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one letter to the server and hears its answer. Written on the transport itself, since Spring's sender keeps the
 * server's words to itself.
 */
final class Smtp {
    private static final Logger log = LoggerFactory.getLogger(Smtp.class);

    private final MailSettings settings;
    private final Session session;

    Smtp(MailSettings settings, MailServer server) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, server));
    }

    Session session() {
        return session;
    }

    /** @param document fingerprint of what calendars read in it */
    Delivery send(MimeMessage message, WordedBy wordedBy, String document) {
        var transport = new Handover(session);
        try {
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
                var reply = PlainText.line(transport.getLastServerResponse());
                return new Sent(message.getMessageID(), reply, wordedBy, document);
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            return SmtpFailures.delivery(e, transport.isComplete());
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        if (settings.username().isBlank()) transport.connect();
        else transport.connect(settings.username(), settings.password());
    }

    /** After the server took the letter nothing that goes wrong here may count: it would be sent again. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server hung up first", e);
        }
    }

    private static Properties properties(MailSettings settings, MailServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.localhost", settings.domain());
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", String.valueOf(!settings.username().isBlank()));
        properties.put(
                "mail.smtp.connectiontimeout",
                String.valueOf(settings.connecting().toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(settings.answering().toMillis()));
        properties.put(
                "mail.smtp.writetimeout", String.valueOf(settings.answering().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() != MailSettings.Tls.NONE));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
        return properties;
    }
}
