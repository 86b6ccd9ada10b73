package dev.parley.infra.backplane;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices between rooms travel.
 *
 * @param waiting notices that wait to be sent; beyond that the oldest are forgotten
 * @param together notices that are sent in one statement at most
 * @param unread notices that a slow listener may leave unread; beyond that the oldest are forgotten
 * @param heartbeat how often a silent connection is tried
 * @param longestPause between two attempts to connect again
 */
@ConfigurationProperties("parley.backplane")
record BackplaneSettings(
        @DefaultValue("10000") int waiting,
        @DefaultValue("500") int together,
        @DefaultValue("1024") int unread,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("5s") Duration longestPause) {}
