package dev.parley.infra.store.processing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How event processors run.
 *
 * @param segments parts that a new view is split into; each is handled by one thread of one node. Sagas have one part: a saga
 *     is not found by the sequence of its events, so each part would have to look at each event
 * @param batch events per transaction at most
 * @param claimEvery how often a node looks for segments without an owner; a failed batch is tried again as soon
 * @param claimLapses a node whose claim on a segment is older is taken for dead, and another one goes on; also what clocks of nodes may
 *     be apart without a segment changing hands for nothing
 * @param deadSequences streams of one group that may have dead letters, and letters per stream; beyond that the group stops;
 *     operators are warned before
 * @param warnAfter a batch takes longer than this: it is told in the log, with the place where it is
 * @param abortAfter a batch takes longer than this: it is interrupted, rolled back and tried again
 * @param catchUpEvery how often each stream with dead letters is tried again
 */
@ConfigurationProperties("parley.processors")
public record ProcessorSettings(
        @DefaultValue("1") int segments,
        @DefaultValue("1000") int batch,
        @DefaultValue("2s") Duration claimEvery,
        @DefaultValue("6s") Duration claimLapses,
        @DefaultValue("1024") int deadSequences,
        @DefaultValue("10s") Duration warnAfter,
        @DefaultValue("30s") Duration abortAfter,
        @DefaultValue("1m") Duration catchUpEvery) {}
