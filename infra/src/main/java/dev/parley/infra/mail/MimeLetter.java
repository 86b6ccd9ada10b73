package dev.parley.infra.mail;

import dev.parley.api.WireFormat;
import dev.parley.saga.notification.Invitations.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * A letter on the wire (RFC 6047): the words twice, the calendar document as the last alternative, where calendars look for
 * it, and once more as a file for those that do not.
 */
final class MimeLetter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    // Otherwise the library looks through every jar for each part and header of each letter, which takes longer than
    // all the rest.
    static {
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final String from;
    private final String domain;

    MimeLetter(MailSettings settings) {
        this.from = settings.from();
        this.domain = settings.domain();
    }

    MimeMessage of(Session session, Letter letter, Words words, Optional<String> document, Instant now)
            throws MessagingException {
        var message = new Named(session, messageId(letter));
        message.setFrom(address(from, letter.hostName()));
        message.setRecipient(
                Message.RecipientType.TO,
                address(letter.recipient().email(), letter.recipient().name()));
        message.setSubject(words.subject(), UTF_8);
        message.setHeader("Date", date(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Parley-Kind", WireFormat.name(letter.kind()));
        message.setHeader("X-Parley-Tenant", letter.tenant().toString());
        if (words.unsubscribe().isPresent())
            oneClick(message, words.unsubscribe().get());
        var alternatives = alternatives(letter, words, document);
        message.setContent(document.isPresent() ? withFile(alternatives, document.get()) : alternatives);
        message.saveChanges();
        return message;
    }

    /** The same letter has the same name, so that a repetition is seen for what it is. */
    String messageId(Letter letter) {
        return "<" + letter.notificationId() + "@" + domain + ">";
    }

    /** Mail programs show a button for it, and post to the address on their own (RFC 8058 §3.1). */
    private static void oneClick(MimeMessage message, URI unsubscribe) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static MimeMultipart alternatives(Letter letter, Words words, Optional<String> document)
            throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(words.text(), "plain"));
        alternatives.addBodyPart(text(words.html(), "html"));
        if (document.isPresent()) {
            var type = "text/calendar; charset=UTF-8; method=" + InviteDocument.methodOf(letter);
            alternatives.addBodyPart(part(document.get(), type));
        }
        return alternatives;
    }

    private static MimeMultipart withFile(MimeMultipart alternatives, String document) throws MessagingException {
        var words = new MimeBodyPart();
        words.setContent(alternatives);
        var file = part(document, "application/ics; name=\"invite.ics\"");
        file.setFileName("invite.ics");
        file.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart("mixed", words, file);
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** In UTC: where the machine stands is nobody's business. */
    private static String date(Instant now) {
        var format = new MailDateFormat();
        format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return format.format(Date.from(now));
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, PlainText.line(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /** Keeps its own Message-ID, where the library would make up one per attempt. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
