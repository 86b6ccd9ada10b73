package dev.parley.infra.store.schedule;

import java.time.Duration;
import java.util.Random;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How errands are carried out.
 *
 * @param atOnce errands on this node at the same time
 * @param attempts before an errand is given up
 * @param firstPause at most, after the first failure; the bound doubles from there
 * @param longestPause between two attempts
 * @param poll how soon an errand that became due on another node, or by time, is noticed
 * @param shutdown how long a stopping node waits for running errands before it interrupts them
 */
@ConfigurationProperties("parley.errands")
record ErrandSettings(
        @DefaultValue("16") int atOnce,
        @DefaultValue("9") int attempts,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration shutdown) {

    Backoff backoff() {
        return new Backoff(firstPause, longestPause, new Random());
    }
}
