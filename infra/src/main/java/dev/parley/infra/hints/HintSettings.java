package dev.parley.infra.hints;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hints travel.
 *
 * @param waiting hints that wait to be sent; beyond that the oldest are forgotten and all streams end
 * @param together hints that are sent in one statement at most
 * @param unread hints that a slow subscriber may leave unread; beyond that its stream fails
 * @param heartbeat how often a silent connection is tried
 * @param longestPause between two attempts to connect again
 */
@ConfigurationProperties("parley.hints")
record HintSettings(
        @DefaultValue("10000") int waiting,
        @DefaultValue("500") int together,
        @DefaultValue("4096") int unread,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("5s") Duration longestPause) {}
