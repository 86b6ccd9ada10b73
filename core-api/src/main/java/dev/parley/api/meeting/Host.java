package dev.parley.api.meeting;

import dev.parley.api.Shape;

/** Who a meeting is with, on whose calendar it stands; not always the one who schedules it. */
public record Host(String id, String name) {
    public Host {
        id = Shape.line("hostId", id, Shape.NAME);
        name = Shape.line("hostName", name, Shape.NAME);
    }
}
