package dev.parley.infra.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that is ready to be stored: everything but its place in the log, which only the append lock can give. */
record Entry(
        String stream,
        long sequence,
        @Nullable String streamType,
        String eventId,
        String eventType,
        @Nullable String revision,
        Instant recordedAt,
        UUID tenantId,
        UUID commandId,
        int commandIndex,
        @Nullable String correlationId,
        byte[] payload,
        byte[] metadata,
        byte[] leaf) {

    int bytes() {
        return payload.length + metadata.length;
    }

    LogRow at(long position, byte[] hash) {
        return new LogRow(
                position,
                stream,
                sequence,
                streamType,
                eventId,
                eventType,
                revision,
                recordedAt,
                tenantId,
                commandId,
                commandIndex,
                correlationId,
                payload,
                metadata,
                hash);
    }
}
