package dev.parley.query.calendarledger;

import java.util.UUID;

/** Under which names calendars know our entries. */
@FunctionalInterface
public interface EntryNames {

    /** @param id of a meeting, or of a series */
    String uidOf(UUID id);
}
