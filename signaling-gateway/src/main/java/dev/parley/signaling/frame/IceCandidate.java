package dev.parley.signaling.frame;

import java.util.Optional;

/** As {@code RTCIceCandidate.toJSON()}. */
public record IceCandidate(
        String candidate, Optional<String> sdpMid, Optional<Integer> sdpMLineIndex, Optional<String> usernameFragment) {

    /** The same section by another way. */
    public IceCandidate along(String line) {
        return new IceCandidate(line, sdpMid, sdpMLineIndex, usernameFragment);
    }
}
