package dev.parley.query.freshness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request waits for the views.
 *
 * @param atMost then it is refused, and the client may ask again
 * @param look how often the views are asked where they stand, while anybody waits
 */
@ConfigurationProperties("parley.freshness")
record FreshnessSettings(
        @DefaultValue("5s") Duration atMost,
        @DefaultValue("10ms") Duration look) {}
