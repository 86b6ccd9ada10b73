package dev.parley.infra.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A conversation with a mail server that remembers whether the letter's last line was said: from then on it may be sent. */
final class Handover extends SMTPTransport {
    private boolean complete;

    Handover(Session session) {
        super(session, null);
    }

    boolean isComplete() {
        return complete;
    }

    /** Counts before the line is written: whether it arrived, only an answer could tell. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        complete = true;
        super.finishData();
    }
}
