package dev.parley.saga.zones;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How meetings follow the rules of their zones.
 *
 * @param lookEvery how soon a meeting is found that a node with older rules scheduled while nodes were replaced
 * @param page meetings looked at together
 */
@ConfigurationProperties("parley.zones")
public record ZoneRulesSettings(
        @DefaultValue("1h") Duration lookEvery,
        @DefaultValue("500") int page) {
    public ZoneRulesSettings {
        if (lookEvery.compareTo(Duration.ofMinutes(1)) < 0)
            throw new IllegalArgumentException("parley.zones.look-every must be a minute or more, not " + lookEvery);
        if (page < 1 || page > 10_000)
            throw new IllegalArgumentException("parley.zones.page must be 1 to 10000, not " + page);
    }
}
