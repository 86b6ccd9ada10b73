package dev.parley.signaling.frame;

import java.util.List;

/** What browsers need to find each other, and which of the ways they find they may take. */
public record IceConfiguration(List<IceServer> iceServers, IceTransportPolicy iceTransportPolicy) {
    /** Only what the browsers see of each other themselves. */
    public static final IceConfiguration DIRECT = new IceConfiguration(List.of(), IceTransportPolicy.ALL);
}
