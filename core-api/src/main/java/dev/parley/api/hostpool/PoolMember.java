package dev.parley.api.hostpool;

import dev.parley.api.Shape;
import dev.parley.api.meeting.Host;

/** @param weight how many meetings this host takes for one of a host of weight 1 */
public record PoolMember(String hostId, String name, int weight) {
    public PoolMember {
        hostId = Shape.line("hostId", hostId, Shape.NAME);
        name = Shape.line("name", name, Shape.NAME);
        weight = Shape.number("weight", weight, 1, 100);
    }

    public Host host() {
        return new Host(hostId, name);
    }
}
