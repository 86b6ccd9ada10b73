package dev.parley.command.meeting;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.meeting.Host;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To whom a meeting goes, as it comes from outside: one person, or whoever of a pool is next. */
record ReassignBody(
        @Nullable String hostId,
        @Nullable String hostName,
        @Nullable String hostPool,
        @Nullable String reason,
        @Nullable Boolean overrule) {

    Optional<HostPoolId> pool() {
        return Optional.ofNullable(hostPool).map(id -> new HostPoolId(Shape.uuid("hostPool", id)));
    }

    Host host() {
        if (hostId == null) throw new Refused(ShapeRefusal.MISSING, "hostId");
        return new Host(hostId, hostName == null ? hostId : hostName);
    }

    boolean overrules() {
        return Boolean.TRUE.equals(overrule);
    }

    String why() {
        return Shape.optionalLine("reason", reason, Shape.SENTENCE);
    }
}
