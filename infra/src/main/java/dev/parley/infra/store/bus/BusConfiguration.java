package dev.parley.infra.store.bus;

import dev.parley.infra.eventlog.StoredCommands;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The buses. Axon's own run in the caller's thread, which here may be an event loop. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
class BusConfiguration {

    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(
            CommandSettings settings,
            Configuration axon,
            DuplicateCommandHandlerResolver duplicates,
            EventStorageEngine log,
            StoredCommands stored,
            @Value("${parley.version:development}") String version) {
        var builder = AsynchronousCommandBus.builder()
                .executor(new BoundedVirtualThreads("command", settings.atOnce(), settings.waiting()))
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"));
        var bus = new Commands(builder, new FirstAnswers(stored, log), () -> head(log));
        bus.registerDispatchInterceptor(new FillEnvelope(version));
        bus.registerHandlerInterceptor(new UnreadableHistory());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    CorrelationDataProvider handEnvelopeOn() {
        return new HandEnvelopeOn();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService commandRetries() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("command-retry").factory());
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, ScheduledExecutorService commandRetries, CommandSettings settings) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new RetryLostRaces(commandRetries, settings.retries(), settings.retryPause()))
                .build();
    }

    /** Without a transaction: what it answers is read reactively. */
    @Bean
    @Qualifier("localSegment")
    QueryBus queryBus(Configuration axon) {
        return SimpleQueryBus.builder()
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
    }

    private static long head(EventStorageEngine log) {
        var head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
