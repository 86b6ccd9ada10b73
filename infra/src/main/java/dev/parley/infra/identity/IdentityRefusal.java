package dev.parley.infra.identity;

import dev.parley.api.Refusal;

/** Why somebody is not let in. */
enum IdentityRefusal implements Refusal {
    USER_UNKNOWN(Kind.UNKNOWN, "There is no such demo identity.");

    private final Kind kind;
    private final String text;

    IdentityRefusal(Kind kind, String text) {
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
