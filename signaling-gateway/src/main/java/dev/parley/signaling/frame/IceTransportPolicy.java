package dev.parley.signaling.frame;

/** By which ways media may go, as in {@code RTCConfiguration}. */
public enum IceTransportPolicy {
    ALL,
    RELAY
}
