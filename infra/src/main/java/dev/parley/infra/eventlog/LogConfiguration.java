package dev.parley.infra.eventlog;

import dev.parley.api.OlderShapes;
import dev.parley.infra.store.postgres.DedicatedConnections;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log, its one writer and its readers. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class LogConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return new OwnNames();
    }

    @Bean
    @Qualifier("eventSerializer")
    StableNames eventSerializer() {
        return new StableNames();
    }

    @Bean
    OlderShapes olderShapes() {
        return OlderShapes.released();
    }

    /** Axon takes up each bean of this kind into its chain, by which everything that reads events goes. */
    @Bean
    EventUpcaster upcasters(OlderShapes older) {
        return new Upcasters(older);
    }

    @Bean
    Reading reading(Configuration axon, StableNames events, DataSource dataSource) {
        var sql = JdbcClient.create(dataSource);
        return new Reading(
                events,
                axon.upcasterChain(),
                new WhatItConcerns(stream -> sql.sql(LogSql.OF_STREAM)
                        .params(stream, 0, 1)
                        .query((row, _) -> LogSql.row(row))
                        .optional()));
    }

    @Bean
    LogEvents logEvents(DataSource dataSource, Reading reading, LogSettings settings) {
        return new LogEvents(dataSource, reading, settings.page());
    }

    @Bean
    LogReader logReader(DataSource dataSource, LogSettings settings) {
        return new LogReader(
                dataSource, settings.page(), settings.togetherBytes().toBytes());
    }

    @Bean
    Tail tail(LogEvents events, LogSettings settings) {
        return new Tail(events, settings);
    }

    @Bean
    News news(DedicatedConnections connections, Tail tail) {
        return new News(connections, tail);
    }

    @Bean
    Appender appender(DedicatedConnections connections, LogSettings settings, Clock clock, Tail tail, News news) {
        return new Appender(
                () -> new AppendSession(
                        connections.open("appender", session(settings)), clock, settings.clockTolerance(), rows -> {
                            tail.appended(rows);
                            news.reached(rows.getLast().position());
                        }),
                settings);
    }

    @Bean
    EventLog eventStorageEngine(
            Configuration axon,
            DataSource dataSource,
            Appender appender,
            LogEvents events,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            LogSettings settings,
            Clock clock) {
        // The log keeps microseconds; an event must not change by being stored.
        GenericEventMessage.clock = Clock.tick(clock, Duration.ofNanos(1_000));
        return new EventLog(
                new Drafts(eventSerializer, clock, settings),
                appender,
                events,
                new Snapshots(
                        dataSource,
                        serializer,
                        axon.upcasterChain(),
                        axon.snapshotFilter().combine(new CurrentSnapshots(serializer))));
    }

    @Bean
    EventStore eventStore(EventLog log, Tail tail) {
        return LogStore.over(log, tail);
    }

    @Bean
    StoredCommands storedCommands(DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer) {
        return new JdbcStoredCommands(dataSource, serializer);
    }

    /**
     * For every statement of the appender. A commit is answered only when it is flushed, whatever the server's default; a plan is
     * made once, for a batch is a batch; and nobody who is frozen keeps the append lock.
     */
    private static Map<String, String> session(LogSettings settings) {
        var patience = settings.statementTimeout().plus(settings.idleInTransaction());
        return Map.of(
                "socketTimeout",
                Long.toString(Math.max(1, patience.toSeconds())),
                "reWriteBatchedInserts",
                "false",
                "options",
                "-c synchronous_commit=on -c jit=off -c plan_cache_mode=force_generic_plan"
                        + " -c statement_timeout=" + settings.statementTimeout().toMillis()
                        + " -c lock_timeout=" + settings.lockTimeout().toMillis()
                        + " -c idle_in_transaction_session_timeout="
                        + settings.idleInTransaction().toMillis());
    }
}
