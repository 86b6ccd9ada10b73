package dev.parley.infra.eventlog;

import dev.parley.api.UnreadEvent;
import org.axonframework.serialization.SerializationException;

/** A fact of the log that this version cannot read. Never skipped: who meets it stops, or sets it aside where that is possible. */
public final class UnreadableEvent extends SerializationException {
    private final long position;
    private final UnreadEvent.Reason reason;

    UnreadableEvent(LogRow row, UnreadEvent.Reason reason, RuntimeException cause) {
        super(
                "Position " + row.position() + " of the log, event " + row.sequence() + " of " + row.stream()
                        + ", cannot be read: " + row.eventType() + " in revision " + row.revision() + ". "
                        + cause.getMessage(),
                cause);
        this.position = row.position();
        this.reason = reason;
    }

    public long position() {
        return position;
    }

    public UnreadEvent.Reason reason() {
        return reason;
    }
}
