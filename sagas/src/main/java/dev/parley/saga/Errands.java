package dev.parley.saga;

import java.time.Instant;

/**
 * Work that may take long and must not be forgotten: a model call, a mail. It is written down in the current unit of work,
 * carried out after the commit, at least once, and tried again with a growing pause until it succeeds or is given up.
 */
public interface Errands {

    /** Sends an errand; one of the same kind and key that still waits stays as it is. */
    void send(Errand errand);

    /**
     * @param kind names the {@link ErrandHandler}
     * @param key what makes it the same errand, at most 200 characters
     * @param due not before this instant
     * @param payload a record, stored as JSON
     * @param urgency which of those that are due go first
     */
    record Errand(String kind, String key, Instant due, Object payload, Urgency urgency) {
        public Errand(String kind, String key, Instant due, Object payload) {
            this(kind, key, due, payload, Urgency.CAN_WAIT);
        }
    }

    enum Urgency {
        CAN_WAIT,
        /** People in a room wait for it: not behind five thousand reminders. */
        PEOPLE_WAIT
    }
}
