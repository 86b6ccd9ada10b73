package dev.parley.infra.mail;

import dev.parley.api.Refusal;

/** Why the mailbox says no. */
enum MailRefusal implements Refusal {
    MAIL_UNKNOWN(Kind.UNKNOWN, "There is no such letter in the mailbox, or no more.");

    private final Kind kind;
    private final String text;

    MailRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
