package dev.parley.infra.freshness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How nodes learn of each other's views.
 *
 * @param askEvery while somebody waits for a view that runs elsewhere
 * @param believedFor how long an answer counts
 * @param heartbeat how often a silent connection is tried, and how long one is kept that is not used
 * @param longestPause between two attempts to connect again
 */
@ConfigurationProperties("parley.freshness.nodes")
record NodesSettings(
        @DefaultValue("20ms") Duration askEvery,
        @DefaultValue("5s") Duration believedFor,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("5s") Duration longestPause) {}
