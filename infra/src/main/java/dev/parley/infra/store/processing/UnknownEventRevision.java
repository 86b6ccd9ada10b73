package dev.parley.infra.store.processing;

import dev.parley.api.UnreadEvent;

/** Why an event stays set aside that this version knows in other shapes only. */
final class UnknownEventRevision extends RuntimeException {
    UnknownEventRevision(UnreadEvent event) {
        super("No way leads here from " + event.type() + " in revision " + event.revision() + ": " + event.details());
    }
}
