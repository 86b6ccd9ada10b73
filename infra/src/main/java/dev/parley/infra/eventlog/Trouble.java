package dev.parley.infra.eventlog;

import java.sql.SQLException;
import java.util.Set;

/** What a failed statement of the appender means for the events that it carried. */
enum Trouble {
    /** Nobody knows whether it was committed; only the log can tell. */
    WITH_THE_CONNECTION,
    /** It was rolled back, because some of the events cannot be stored as they are: a conflict, a broken text. */
    IN_THE_EVENTS,
    /** It was rolled back, and nothing is wrong with the events: the disk is full, a lock or a time limit was in the way. */
    IN_THE_DATABASE;

    /** SQLSTATE 57014 (cancelled, for instance by the statement timeout) keeps the connection; the other 57s end it. */
    private static final String CANCELLED = "57014";

    private static final Set<String> OF_EVENTS = Set.of("21", "22", "23");

    static Trouble of(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null || state.length() != 5) return WITH_THE_CONNECTION;
        if (state.startsWith("08") || state.startsWith("58") || state.startsWith("XX")) return WITH_THE_CONNECTION;
        // 25P02 to 25P04: ended for being idle in a transaction, or in one that has failed.
        if (state.startsWith("25P")) return WITH_THE_CONNECTION;
        if (state.startsWith("57") && !state.equals(CANCELLED)) return WITH_THE_CONNECTION;
        return OF_EVENTS.contains(state.substring(0, 2)) ? IN_THE_EVENTS : IN_THE_DATABASE;
    }
}
