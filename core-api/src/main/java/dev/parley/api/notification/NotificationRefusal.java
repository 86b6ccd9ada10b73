package dev.parley.api.notification;

import dev.parley.api.Refusal;

/** Why a notification says no. */
public enum NotificationRefusal implements Refusal {
    NOTIFICATION_UNKNOWN(Kind.UNKNOWN, "There is no such notification."),
    STILL_ON_ITS_WAY(Kind.CONFLICT, "This letter is still being delivered.");

    private final Kind kind;
    private final String text;

    NotificationRefusal(Kind kind, String text) {
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
