package dev.parley.infra.inbox;

import dev.parley.api.notification.InboundQuery.Verdict;
import dev.parley.infra.mail.PlainText;
import dev.parley.saga.inbox.Inbox;
import dev.parley.saga.inbox.Judgement;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into the mailbox. Letters are taken in their order, each once; one that cannot be taken now stops the look, and one
 * that could not be taken often enough is parked, so that it never keeps the others waiting for good.
 */
final class InboxPoll {
    private static final Logger LOG = LoggerFactory.getLogger(InboxPoll.class);

    private final InboxSettings settings;
    private final InboxTable table;
    private final ReadMail reader;
    private final Inbox inbox;
    private final Clock clock;

    InboxPoll(InboxSettings settings, InboxTable table, Inbox inbox, Clock clock) {
        this.settings = settings;
        this.table = table;
        this.reader = new ReadMail(settings);
        this.inbox = inbox;
        this.clock = clock;
    }

    void look() {
        try (var mailbox = ImapMailbox.open(settings, clock)) {
            var validity = mailbox.validity();
            for (var letter : mailbox.after(table.doneUpTo(validity))) if (!taken(letter)) return;
            table.forgetBefore(clock.instant().minus(settings.keep()), validity);
        } catch (MessagingException | IOException e) {
            LOG.warn("The mailbox {} cannot be read: {}", settings.source(), PlainText.line(e.toString()));
        }
    }

    private boolean taken(Letter letter) {
        if (table.begin(letter) > settings.attempts()) {
            park(letter, "GIVEN_UP");
            return true;
        }
        if (letter.isTooLarge()) {
            park(letter, "TOO_LARGE");
            return true;
        }
        try {
            var opened = reader.open(letter.raw());
            table.finish(letter, opened, inbox.judge(opened.mail()));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The letter {} of {} must wait", letter.externalId(), settings.source(), e);
            return false;
        }
    }

    private void park(Letter letter, String reason) {
        table.finish(letter, ReadMail.unreadable(reason), Judgement.of(Verdict.PARKED, reason));
    }
}
