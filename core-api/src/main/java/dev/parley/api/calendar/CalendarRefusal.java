package dev.parley.api.calendar;

import dev.parley.api.Refusal;

/** Why a calendar says no. */
public enum CalendarRefusal implements Refusal {
    CALENDAR_UNKNOWN(Kind.UNKNOWN, "There is no such calendar."),
    SLOT_TAKEN(Kind.CONFLICT, "The host already has a meeting at this time."),
    IN_BUFFER(Kind.CONFLICT, "This is too close to another meeting of the host."),
    BUSY_ELSEWHERE(Kind.CONFLICT, "The host's other calendar says that the host is busy at this time."),
    BUSY_TIMES_STALE(
            Kind.CONFLICT, "The host's other calendar could not be read lately, so nobody knows whether this is free."),
    DAY_IS_FULL(Kind.CONFLICT, "The host takes no more meetings on this day."),
    WEEK_IS_FULL(Kind.CONFLICT, "The host takes no more meetings in this week."),
    DAY_OFF(Kind.UNACCEPTABLE, "The host has this day off."),
    OUTSIDE_HOURS(Kind.UNACCEPTABLE, "This is outside the host's hours."),
    TOO_SHORT_NOTICE(Kind.UNACCEPTABLE, "This is sooner than the host can make it."),
    BEYOND_HORIZON(Kind.UNACCEPTABLE, "This is further ahead than the host can be booked."),
    TOO_MANY_HOLDS(Kind.CONFLICT, "Many others are booking with this host just now. Try again in a few minutes."),
    HOLD_UNKNOWN(Kind.UNKNOWN, "There is no such hold, or no longer."),
    BOOKING_PAGE_UNKNOWN(Kind.UNKNOWN, "There is nothing to be booked here."),
    NOT_YOUR_CALENDAR(Kind.FORBIDDEN, "Only its host changes a calendar."),
    HOURS_OVERLAP(Kind.UNACCEPTABLE, "These hours overlap others of the same day."),
    DATE_TWICE(Kind.UNACCEPTABLE, "This date is listed twice."),
    MEETING_TYPE_UNKNOWN(Kind.UNKNOWN, "The host offers no such meeting."),
    TOO_MANY_TYPES(Kind.UNACCEPTABLE, "A host offers at most 50 kinds of meetings."),
    FEED_ADDRESS_REFUSED(Kind.UNACCEPTABLE, "Calendars are read from public https addresses only."),
    NO_FEED(Kind.UNKNOWN, "No other calendar is connected.");

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
