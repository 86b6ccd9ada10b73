package dev.parley.infra.eventlog;

import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was set aside.
 *
 * @param concerns the sequence that waits with it
 * @param stream none for an event that was published outside any aggregate
 */
public record StoredLetter(
        String concerns,
        String eventId,
        Instant recordedAt,
        String eventType,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        @Nullable String streamType,
        @Nullable String stream,
        long sequence,
        @Nullable TrackingToken trackingToken)
        implements StoredEvent {

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, eventType, revision);
    }

    @Override
    public @Nullable String getType() {
        return streamType;
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
