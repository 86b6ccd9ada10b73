package dev.parley.api.feed;

import dev.parley.api.Refusal;

/** Why a calendar feed says no. */
public enum FeedRefusal implements Refusal {
    FEED_NOT_OPEN(Kind.UNKNOWN, "You have no calendar address."),
    FEED_UNKNOWN(Kind.UNKNOWN, "There is no such calendar.");

    private final Kind kind;
    private final String text;

    FeedRefusal(Kind kind, String text) {
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
