package dev.parley.infra.store.processing;

import dev.parley.api.UnreadEvent;

/** Why an event is set aside whose content does not fit its shape. */
final class UndecodableEvent extends RuntimeException {
    UndecodableEvent(UnreadEvent event) {
        super("What is stored does not decode as " + event.type() + " in revision " + event.revision() + ": "
                + event.details());
    }
}
