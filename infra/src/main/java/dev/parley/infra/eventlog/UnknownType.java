package dev.parley.infra.eventlog;

import org.axonframework.serialization.SerializationException;

/** No event of this version has the name that was read. */
final class UnknownType extends SerializationException {
    UnknownType(String words) {
        super(words);
    }
}
