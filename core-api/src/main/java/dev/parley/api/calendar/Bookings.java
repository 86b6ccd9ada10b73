package dev.parley.api.calendar;

import dev.parley.api.TimeSlot;

/** What is on a host's calendar already. */
public interface Bookings {

    /** Whether any meeting takes place within the range. */
    boolean meetWithin(TimeSlot range);

    /** Whether any meeting or buffer reaches into the range. */
    boolean occupy(TimeSlot range);

    /** How many meetings begin within the range. */
    int beginWithin(TimeSlot range);
}
