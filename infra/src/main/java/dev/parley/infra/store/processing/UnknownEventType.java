package dev.parley.infra.store.processing;

import dev.parley.api.UnreadEvent;

/** Why an event is set aside whose name this version does not know. */
final class UnknownEventType extends RuntimeException {
    UnknownEventType(UnreadEvent event) {
        super("This version knows no " + event.type() + " in revision " + event.revision() + ": " + event.details());
    }
}
