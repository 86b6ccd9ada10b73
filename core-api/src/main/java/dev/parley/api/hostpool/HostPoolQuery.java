package dev.parley.api.hostpool;

import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/** What people ask about pools of hosts, and the answers' shapes. */
public sealed interface HostPoolQuery {

    record HostPoolLine(HostPoolId hostPoolId, String name, List<MemberLine> members, boolean retired, long version)
            implements HostPoolQuery {}

    /** @param assigned how many meetings so far */
    record MemberLine(String hostId, String name, int weight, int assigned) implements HostPoolQuery {}

    record AssignmentLine(long number, MeetingId meetingId, String hostId, String hostName, String reason, Instant at)
            implements HostPoolQuery {}
}
