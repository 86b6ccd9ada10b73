package dev.parley.infra.eventlog;

import org.axonframework.serialization.SerializationException;

/** An event of this version has the name that was read, but another shape. */
final class UnknownRevision extends SerializationException {
    UnknownRevision(String words) {
        super(words);
    }
}
