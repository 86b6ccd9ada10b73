package dev.parley.infra.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When operators are warned; at most once a minute for each thing.
 *
 * @param lookEvery how often the gauges are filled and the thresholds compared
 * @param lag events that a processor may be behind the log
 * @param deadLetters share of the sequences with dead letters that a group may have (parley.processors.dead-sequences)
 * @param queue share of the queue of appends that may be filled
 */
@ConfigurationProperties("parley.operations")
record OperationsSettings(
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("10000") long lag,
        @DefaultValue("0.5") double deadLetters,
        @DefaultValue("0.5") double queue) {}
