package dev.parley.api.calendar;

import dev.parley.api.Refusal;

/** Why a calendar says no. */
public enum CalendarRefusal implements Refusal {
    CALENDAR_UNKNOWN(Kind.UNKNOWN, "There is no such calendar."),
    SLOT_TAKEN(Kind.CONFLICT, "The host already has a meeting at this time.");

    private final Kind kind;
    private final String text;

    CalendarRefusal(Kind kind, String text) {
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
