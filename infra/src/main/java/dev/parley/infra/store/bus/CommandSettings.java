package dev.parley.infra.store.bus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are handled.
 *
 * @param atOnce commands handled at the same time; while they wait for their commit they hold no connection
 * @param waiting commands that may wait for their turn; beyond that they are refused at once, so that the load stays bearable
 * @param retries after a lost race for a stream, for commands that do not say which version they expect
 * @param retryPause before the first retry; each pause is random, up to twice the one before
 */
@ConfigurationProperties("parley.commands")
record CommandSettings(
        @DefaultValue("256") int atOnce,
        @DefaultValue("1000") int waiting,
        @DefaultValue("3") int retries,
        @DefaultValue("10ms") Duration retryPause) {}
