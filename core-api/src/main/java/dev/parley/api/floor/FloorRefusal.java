package dev.parley.api.floor;

import dev.parley.api.Refusal;

/** Why a floor says no. */
public enum FloorRefusal implements Refusal {
    FLOOR_UNKNOWN(Kind.UNKNOWN, "There is no such floor."),
    FLOOR_IS_LONG(Kind.CONFLICT, "Of this meeting's floor so much is kept that no more is.");

    private final Kind kind;
    private final String text;

    FloorRefusal(Kind kind, String text) {
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
