package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Delivery;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Letter;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;

/**
 * Shows people of the house a letter before others get it: on paper, or in their own mailbox. Such a letter is no fact of any
 * meeting and carries no calendar document, which would enter a meeting that they may not attend.
 */
final class TestLetters {
    private final LetterWriter writer;
    private final Smtp smtp;
    private final MimeLetter letters;
    private final Ways ways;
    private final Clock clock;

    TestLetters(MailSettings settings, MailServer server, Ways ways, HostZones hosts, Clock clock) {
        this.writer = new LetterWriter(hosts);
        this.smtp = new Smtp(settings, server);
        this.letters = new MimeLetter(settings);
        this.ways = ways;
        this.clock = clock;
    }

    /** @param reader whose links it shows */
    Words written(Letter letter, Letter reader) {
        return writer.write(letter, ways.linksOf(reader));
    }

    /** May take as long as the mail server does. */
    Delivery send(Letter letter) {
        var words = written(letter, letter);
        var marked =
                new Words("[Test] " + words.subject(), words.text(), words.html(), words.by(), words.unsubscribe());
        try {
            return smtp.send(
                    letters.of(smtp.session(), letter, marked, Optional.empty(), clock.instant()), words.by(), "");
        } catch (MessagingException e) {
            return new Failed("The letter cannot be written: " + PlainText.line(String.valueOf(e.getMessage())));
        }
    }
}
