package dev.parley.infra.store.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views are rebuilt.
 *
 * @param segments transactions that write one page together, each the things whose turn is independent of the others'
 * @param near a live view that is at most so many events behind the log is compared with; one farther behind is overtaken
 * @param pauseAtMost after this a live view that a crashed rebuild had stopped goes on
 * @param switchWithin how long readers of the view may hold up the switch
 */
@ConfigurationProperties("parley.rebuild")
record RebuildSettings(
        @DefaultValue("2") int segments,
        @DefaultValue("10000") long near,
        @DefaultValue("2m") Duration pauseAtMost,
        @DefaultValue("10s") Duration switchWithin) {}
