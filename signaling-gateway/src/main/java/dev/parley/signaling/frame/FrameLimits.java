package dev.parley.signaling.frame;

import dev.parley.signaling.frame.sdp.SdpLimits;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a frame may be.
 *
 * @param message bytes of one message
 * @param depth of nested objects and lists
 * @param sdp characters of a session description
 * @param candidate characters of a candidate line
 * @param chat characters of a chat line
 * @param description what may be in a session description
 */
public record FrameLimits(
        @DefaultValue("65536") int message,
        @DefaultValue("8") int depth,
        @DefaultValue("49152") int sdp,
        @DefaultValue("1000") int candidate,
        @DefaultValue("4000") int chat,
        @DefaultValue SdpLimits description) {}
