package dev.parley.infra.store.processing;

import dev.parley.api.UnreadEvent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Stands in every group that has dead letters beside its own handlers. Which of them would care for an event that nobody can read,
 * nobody can say; so all set it aside, for want of a handler they would pass it over.
 */
record UnreadFacts(String group) {

    @EventHandler
    void on(UnreadEvent event) {
        throw why(event);
    }

    /** @throws RuntimeException named after the reason, if this event could not be read */
    static void refuse(EventMessage<?> event) {
        if (event.getPayload() instanceof UnreadEvent unread) throw why(unread);
    }

    private static RuntimeException why(UnreadEvent event) {
        return switch (event.reason()) {
            case UNKNOWN_TYPE -> new UnknownEventType(event);
            case UNKNOWN_REVISION -> new UnknownEventRevision(event);
            case PAYLOAD, METADATA -> new UndecodableEvent(event);
        };
    }
}
