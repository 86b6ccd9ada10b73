package dev.parley.signaling.frame.sdp;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one session description may hold. Chromium's for sound, picture and data has some 160 lines.
 *
 * @param lines in all
 * @param line characters of one
 * @param sections of media, also those that were given up
 * @param candidates in all
 */
public record SdpLimits(
        @DefaultValue("2000") int lines,
        @DefaultValue("4000") int line,
        @DefaultValue("32") int sections,
        @DefaultValue("128") int candidates) {}
