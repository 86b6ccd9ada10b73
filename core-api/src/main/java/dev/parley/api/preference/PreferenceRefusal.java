package dev.parley.api.preference;

import dev.parley.api.Refusal;

/** Why preferences say no. */
public enum PreferenceRefusal implements Refusal {
    PREFERENCES_UNKNOWN(Kind.UNKNOWN, "There are no such preferences."),
    LINK_UNKNOWN(Kind.UNKNOWN, "This link is not one of ours."),
    CANNOT_BE_DECLINED(
            Kind.UNACCEPTABLE,
            "Invitations, changes and cancellations always come: without them a calendar would lie.");

    private final Kind kind;
    private final String text;

    PreferenceRefusal(Kind kind, String text) {
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
