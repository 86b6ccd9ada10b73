package dev.parley.infra.mail;

import dev.parley.api.Refusal;

/** Why the mailbox says no. */
enum MailRefusal implements Refusal {
    MAIL_UNKNOWN(Kind.UNKNOWN, "There is no such letter in the mailbox, or no more."),
    DIAGNOSIS_RUNNING(Kind.CONFLICT, "Somebody is looking at this just now. Try again in half a minute.");

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
