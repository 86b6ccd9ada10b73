package dev.parley.command.hostpool;

import static dev.parley.api.hostpool.HostPoolRefusal.HOST_POOL_UNKNOWN;
import static dev.parley.api.hostpool.HostPoolRefusal.MEMBER_TWICE;
import static dev.parley.api.hostpool.HostPoolRefusal.NOBODY_FREE;
import static dev.parley.api.hostpool.HostPoolRefusal.NO_MEMBERS;
import static dev.parley.api.hostpool.HostPoolRefusal.POOL_ID_REUSED;
import static dev.parley.api.hostpool.HostPoolRefusal.POOL_RETIRED;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.hostpool.HostPoolCommand.AssignHost;
import dev.parley.api.hostpool.HostPoolCommand.Assigned;
import dev.parley.api.hostpool.HostPoolCommand.DefineHostPool;
import dev.parley.api.hostpool.HostPoolCommand.RetireHostPool;
import dev.parley.api.hostpool.HostPoolCommand.ReviseHostPool;
import dev.parley.api.hostpool.HostPoolCommand.WithdrawAssignment;
import dev.parley.api.hostpool.HostPoolEvent;
import dev.parley.api.hostpool.HostPoolEvent.AssignmentWithdrawn;
import dev.parley.api.hostpool.HostPoolEvent.HostAssigned;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolDefined;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRetired;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRevised;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.command.CommandSide;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Several hosts who take meetings in turns: one boundary, so that two bookings at once are two turns. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("1") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class HostPool {
    @AggregateIdentifier
    private HostPoolId hostPoolId;

    private TenantId tenant;
    private String name;
    private List<PoolMember> members = List.of();
    private Turns turns = new Turns();
    private boolean retired;

    HostPool() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(HOST_POOL_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(DefineHostPool command) {
        if (tenant != null) {
            if (!isSame(command.name(), command.members())) throw new Refused(POOL_ID_REUSED, "hostPoolId");
            return getVersion();
        }
        check(command.members());
        apply(new HostPoolDefined(command.hostPoolId(), command.by().tenant(), command.name(), command.members()));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseHostPool command) {
        mustBeInUse();
        check(command.members());
        if (isSame(command.name(), command.members())) throw new Refused(NOTHING_CHANGES);
        apply(new HostPoolRevised(hostPoolId, command.name(), command.members()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RetireHostPool command) {
        if (!retired) apply(new HostPoolRetired(hostPoolId));
        return getVersion();
    }

    @CommandHandler
    Assigned handle(AssignHost command) {
        mustBeInUse();
        var known = turns.of(command.meetingId())
                .flatMap(this::member)
                .filter(member -> !command.busy().contains(member.hostId()));
        if (known.isPresent()) return new Assigned(known.get().host(), "assigned before", getVersion());
        var free = members.stream()
                .filter(member -> !command.busy().contains(member.hostId()))
                .toList();
        if (free.isEmpty()) throw new Refused(NOBODY_FREE);
        var next = turns.next(free, command.at());
        var reason = turns.reason(next, free, command.at());
        apply(new HostAssigned(
                hostPoolId, command.meetingId(), next.hostId(), next.name(), reason, command.busy(), command.at()));
        return new Assigned(next.host(), reason, getVersion());
    }

    @CommandHandler
    Long handle(WithdrawAssignment command) {
        if (turns.of(command.meetingId()).isPresent()) apply(new AssignmentWithdrawn(hostPoolId, command.meetingId()));
        return getVersion();
    }

    private void mustBeInUse() {
        if (retired) throw new Refused(POOL_RETIRED);
    }

    private boolean isSame(String otherName, List<PoolMember> others) {
        return name.equals(otherName) && members.equals(others);
    }

    private static void check(List<PoolMember> members) {
        if (members.isEmpty()) throw new Refused(NO_MEMBERS, "members");
        var seen = new HashSet<String>();
        for (var i = 0; i < members.size(); i++)
            if (!seen.add(members.get(i).hostId())) throw new Refused(MEMBER_TWICE, "members[" + i + "].hostId");
    }

    private Optional<PoolMember> member(String hostId) {
        return members.stream().filter(member -> member.hostId().equals(hostId)).findFirst();
    }

    @EventSourcingHandler
    void on(HostPoolEvent event) {
        switch (event) {
            case HostPoolDefined defined -> {
                hostPoolId = defined.hostPoolId();
                tenant = defined.tenant();
                name = defined.name();
                members = defined.members();
            }
            case HostPoolRevised revised -> {
                name = revised.name();
                members = revised.members();
            }
            case HostPoolRetired _ -> retired = true;
            case HostAssigned assigned -> turns.take(assigned.meetingId(), assigned.hostId(), assigned.at());
            case AssignmentWithdrawn withdrawn -> turns.giveBack(withdrawn.meetingId());
        }
    }
}
