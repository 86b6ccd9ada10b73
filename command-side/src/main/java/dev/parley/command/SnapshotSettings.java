package dev.parley.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the state of an aggregate is kept beside its events, so that it loads faster.
 *
 * @param every so many events since the last one
 * @param slowerThan or when loading took longer than this
 * @param waiting snapshots that may wait for their turn; more are left until their aggregate has grown again
 */
@ConfigurationProperties("parley.snapshots")
public record SnapshotSettings(
        @DefaultValue("200") int every,
        @DefaultValue("50ms") Duration slowerThan,
        @DefaultValue("100") int waiting) {}
