package dev.parley.infra.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the log.
 *
 * @param position in the whole log, from 1, without gaps, in the order of the commits
 * @param sequence in its stream, from 0, without gaps
 * @param streamType the kind of aggregate; null for an event that belongs to none
 * @param eventType a stable name of {@code StoredEvents}, never a class name
 * @param recordedAt to the microsecond
 * @param commandIndex the how-manieth event of its command, from 0
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 * @param hash of the chain up to this fact, 32 bytes (see {@link HashChain})
 */
public record LogRow(
        long position,
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
        byte[] hash) {

    /** The same fact at its place in the log. */
    LogRow placed(long at, byte[] proof) {
        return new LogRow(
                at,
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
                proof);
    }
}
