package dev.parley.infra.eventlog;

import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A row of the log in the shape that the framework reads. Its token is its position: nothing below it can still appear. */
record LogEvent(LogRow row) implements StoredEvent {

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(row.position());
    }

    @Override
    public String getEventIdentifier() {
        return row.eventId();
    }

    @Override
    public Instant getTimestamp() {
        return row.recordedAt();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(row.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(row.payload(), byte[].class, row.eventType(), row.revision());
    }

    @Override
    public @Nullable String getType() {
        return row.streamType();
    }

    /** None for an event that was published outside any aggregate, which is a stream of its own. */
    @Override
    public @Nullable String getAggregateIdentifier() {
        return row.streamType() == null && row.stream().equals(row.eventId()) ? null : row.stream();
    }

    @Override
    public long getSequenceNumber() {
        return row.sequence();
    }
}
