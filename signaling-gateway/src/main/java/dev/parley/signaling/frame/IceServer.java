package dev.parley.signaling.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** As in {@code RTCConfiguration}: a STUN server, or a TURN server with its credentials. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {}
