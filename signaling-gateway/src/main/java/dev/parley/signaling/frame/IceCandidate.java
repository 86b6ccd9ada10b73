package dev.parley.signaling.frame;

import java.util.Optional;

/** As {@code RTCIceCandidate.toJSON()}. */
public record IceCandidate(
        String candidate,
        Optional<String> sdpMid,
        Optional<Integer> sdpMLineIndex,
        Optional<String> usernameFragment) {}
