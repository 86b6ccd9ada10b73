package dev.parley.query.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers are kept fresh.
 *
 * @param heartbeat how often a silent line shows that it is alive
 * @param waiting hints that a slow browser may be behind; then it loses the oldest and is told to look again
 * @param remembered hints of all tenants that a browser may have missed and still be told
 */
@ConfigurationProperties("parley.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("256") int waiting,
        @DefaultValue("4096") int remembered) {}
