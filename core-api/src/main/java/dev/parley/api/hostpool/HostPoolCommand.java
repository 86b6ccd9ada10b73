package dev.parley.api.hostpool;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a pool of hosts can be asked to do. */
public sealed interface HostPoolCommand extends Command {
    HostPoolId hostPoolId();

    record DefineHostPool(
            @TargetAggregateIdentifier HostPoolId hostPoolId,
            Actor by,
            Instant at,
            String name,
            List<PoolMember> members)
            implements HostPoolCommand {
        public DefineHostPool {
            name = Shape.line("name", name, Shape.NAME);
            members = Shape.atMost(50, "members", members);
        }
    }

    record ReviseHostPool(
            @TargetAggregateIdentifier HostPoolId hostPoolId,
            Actor by,
            Instant at,
            String name,
            List<PoolMember> members)
            implements HostPoolCommand {
        public ReviseHostPool {
            name = Shape.line("name", name, Shape.NAME);
            members = Shape.atMost(50, "members", members);
        }
    }

    record RetireHostPool(@TargetAggregateIdentifier HostPoolId hostPoolId, Actor by, Instant at)
            implements HostPoolCommand {}

    /**
     * Answers with who is {@link Assigned}. A meeting that is assigned again, because its host turned out to be busy, counts for
     * the new host only.
     *
     * @param busy hosts whose calendars said no
     */
    record AssignHost(
            @TargetAggregateIdentifier HostPoolId hostPoolId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            List<String> busy)
            implements HostPoolCommand {
        public AssignHost {
            busy = Shape.atMost(50, "busy", busy);
        }
    }

    /** Whose turn it is, and why. */
    record Assigned(Host host, String reason, long version) implements Accepted {}

    /** The meeting came to nothing, so that it counts for nobody. */
    record WithdrawAssignment(
            @TargetAggregateIdentifier HostPoolId hostPoolId, Actor by, Instant at, MeetingId meetingId)
            implements HostPoolCommand {}
}
