package dev.parley.api.floor;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a floor. */
public sealed interface FloorEvent extends Event {
    MeetingId meetingId();

    /** Words are in it, so it is as private as a transcript; it is only of people who agreed to one. */
    @Revision("1")
    record FloorKept(FloorId floorId, MeetingId meetingId, TenantId tenant, Instant begun, int part, String lines)
            implements FloorEvent {}
}
