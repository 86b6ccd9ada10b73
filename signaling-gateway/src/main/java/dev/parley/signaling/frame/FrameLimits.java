package dev.parley.signaling.frame;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a frame may be.
 *
 * @param message bytes of one message
 * @param depth of nested objects and lists
 * @param sdp characters of a session description
 * @param candidate characters of a candidate line
 * @param chat characters of a chat line
 */
public record FrameLimits(
        @DefaultValue("65536") int message,
        @DefaultValue("8") int depth,
        @DefaultValue("49152") int sdp,
        @DefaultValue("1000") int candidate,
        @DefaultValue("4000") int chat) {}
