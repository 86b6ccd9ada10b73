package dev.parley.infra.eventlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the event log takes and gives events.
 *
 * @param waiting appends that may wait for the next group commit; beyond that commands are refused as too many
 * @param waitingBytes the same in bytes of events
 * @param together events in one group commit at most
 * @param togetherBytes the same in bytes; a single append may be larger
 * @param largestEvent payload and metadata of one event
 * @param answerWithin how long a command waits for its commit, a restart of the database included, until it is told to ask again
 * @param statementTimeout for each statement of the appender
 * @param lockTimeout how long the appender waits for another node's commit
 * @param idleInTransaction after this a frozen node's transaction is ended, so that it cannot hold the others up
 * @param clockTolerance how far the clocks of a node and of the database may be apart before appends are refused
 * @param oldestEvent how long ago an event may have happened when it is appended
 * @param page rows read at once
 * @param remembered latest events kept in memory for the processors of this node
 * @param lookEvery how often the log is looked at when nobody says that there is news
 */
@ConfigurationProperties("parley.log")
public record LogSettings(
        @DefaultValue("10000") int waiting,
        @DefaultValue("64MB") DataSize waitingBytes,
        @DefaultValue("512") int together,
        @DefaultValue("4MB") DataSize togetherBytes,
        @DefaultValue("1MB") DataSize largestEvent,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("5s") Duration statementTimeout,
        @DefaultValue("4s") Duration lockTimeout,
        @DefaultValue("3s") Duration idleInTransaction,
        @DefaultValue("5s") Duration clockTolerance,
        @DefaultValue("1m") Duration oldestEvent,
        @DefaultValue("1000") int page,
        @DefaultValue("4096") int remembered,
        @DefaultValue("1s") Duration lookEvery) {}
