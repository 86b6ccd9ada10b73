package dev.parley.api.hostpool;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a pool of hosts. */
public sealed interface HostPoolEvent extends Event {
    HostPoolId hostPoolId();

    @Revision("1")
    record HostPoolDefined(HostPoolId hostPoolId, TenantId tenant, String name, List<PoolMember> members)
            implements HostPoolEvent {}

    @Revision("1")
    record HostPoolRevised(HostPoolId hostPoolId, String name, List<PoolMember> members) implements HostPoolEvent {}

    @Revision("1")
    record HostPoolRetired(HostPoolId hostPoolId) implements HostPoolEvent {}

    /**
     * @param reason in words: how much everybody had, by weight
     * @param busy who would have been asked before, had their calendars been free
     */
    @Revision("1")
    record HostAssigned(
            HostPoolId hostPoolId,
            MeetingId meetingId,
            String hostId,
            String hostName,
            String reason,
            List<String> busy,
            Instant at)
            implements HostPoolEvent {}

    @Revision("1")
    record AssignmentWithdrawn(HostPoolId hostPoolId, MeetingId meetingId) implements HostPoolEvent {}
}
