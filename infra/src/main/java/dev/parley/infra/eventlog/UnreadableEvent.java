package dev.parley.infra.eventlog;

import org.axonframework.serialization.SerializationException;

/** A fact of the log that this version cannot read, for it knows neither its type nor a way from its revision. Never skipped. */
public final class UnreadableEvent extends SerializationException {
    private final long position;

    UnreadableEvent(LogRow row, SerializationException cause) {
        super(
                "Position " + row.position() + " of the log, event " + row.sequence() + " of " + row.stream()
                        + ", cannot be read: " + row.eventType() + " in revision " + row.revision() + ". "
                        + cause.getMessage(),
                cause);
        this.position = row.position();
    }

    public long position() {
        return position;
    }
}
