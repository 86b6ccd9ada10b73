package dev.parley.infra.inbox;

import dev.parley.infra.mail.PlainText;
import dev.parley.saga.inbox.IncomingMail;
import dev.parley.saga.inbox.IncomingMail.Content;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/** Takes a letter apart. Whoever wrote it may mean us ill, so whatever does not fit is unreadable and nothing more. */
final class ReadMail {
    private static final Session NOBODYS = Session.getInstance(new Properties());

    private final Senders senders;

    ReadMail(InboxSettings settings) {
        this.senders = new Senders(settings.trusts());
    }

    /** @param subject for the page */
    record Opened(IncomingMail mail, String subject) {}

    Opened open(byte[] raw) {
        try {
            var message = new MimeMessage(NOBODYS, new ByteArrayInputStream(raw));
            var sender = senders.of(message);
            return new Opened(
                    new IncomingMail(sender.mailbox(), sender.forged(), content(message, sender.mailbox())),
                    PlainText.line(message.getSubject()));
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            return unreadable("MALFORMED_MAIL");
        }
    }

    static Opened unreadable(String reason) {
        return new Opened(new IncomingMail("", false, new Unreadable(reason)), "");
    }

    private static Content content(MimeMessage message, String sender) throws MessagingException, IOException {
        var parts = Parts.of(message);
        if (parts.isEmpty()) return new Unreadable("TOO_MANY_PARTS");
        var report = Reports.read(parts.get());
        if (report.isPresent()) return report.get();
        var document = parts.get().first("text/calendar", "application/ics");
        if (document.isPresent()) return CalendarAnswer.read(document.get(), sender);
        return new Unrelated("NOT_AN_ANSWER");
    }

    /** The one mailbox of an address line; empty if it is none, or several. */
    static Optional<String> onlyMailbox(String line) {
        try {
            var mailboxes = InternetAddress.parseHeader(line, true);
            return mailboxes.length == 1 ? Optional.ofNullable(mailboxes[0].getAddress()) : Optional.empty();
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }
}
