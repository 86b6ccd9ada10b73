package dev.parley.command.hostpool;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.hostpool.PoolMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool of hosts, as it comes from outside: anything may be missing or misshapen. */
record HostPoolBody(
        @Nullable String hostPoolId,
        @Nullable String name,
        @Nullable List<MemberBody> members) {
    private static final int MOST = 50;

    record MemberBody(
            @Nullable String hostId,
            @Nullable String name,
            @Nullable Integer weight) {

        PoolMember member(String path) {
            try {
                var id = Shape.line("hostId", hostId, Shape.NAME);
                return new PoolMember(
                        id, Shape.line("name", name == null ? id : name, Shape.NAME), weight == null ? 1 : weight);
            } catch (Refused refused) {
                throw refused.within(path);
            }
        }
    }

    String cleanName() {
        return Shape.line("name", name, Shape.NAME);
    }

    List<PoolMember> cleanMembers() {
        return Shape.each("members", members, MOST, (path, member) -> member.member(path));
    }
}
