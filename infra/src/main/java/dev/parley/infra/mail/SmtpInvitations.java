package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;

/** Letters over SMTP. */
final class SmtpInvitations implements Invitations {
    private final Smtp smtp;
    private final Ways ways;
    private final LetterWriter writer;
    private final InviteDocument documents;
    private final MimeLetter letters;
    private final Clock clock;

    SmtpInvitations(MailSettings settings, MailServer server, Ways ways, HostZones hosts, Clock clock) {
        this.smtp = new Smtp(settings, server);
        this.ways = ways;
        this.writer = new LetterWriter(hosts);
        this.documents = new InviteDocument(settings);
        this.letters = new MimeLetter(settings);
        this.clock = clock;
    }

    @Override
    public Delivery deliver(Letter letter) {
        var now = clock.instant();
        var words = writer.write(letter, ways.linksOf(letter));
        var document = letter.kind().speaksToCalendars()
                ? Optional.of(documents.of(letter, ways::of, now))
                : Optional.<String>empty();
        try {
            var message = letters.of(smtp.session(), letter, words, document, now);
            return smtp.send(message, words.by(), document.map(Fingerprint::of).orElse(""));
        } catch (MessagingException e) {
            return new Delivery.Failed(
                    "The letter cannot be written: " + PlainText.line(String.valueOf(e.getMessage())));
        }
    }
}
