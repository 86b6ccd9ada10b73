package dev.parley.command;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The deciding side: aggregates and controllers are found by their annotations; what they share is declared here. */
@Configuration
@ComponentScan
@EnableConfigurationProperties({
    AggregateSettings.class,
    AnsweringSettings.class,
    AppointmentSettings.class,
    BookingPageSettings.class,
    SnapshotSettings.class,
    TranscriptSettings.class
})
public class CommandSide {

    /** The bean by which every {@code @Aggregate} finds the target of a command. */
    public static final String TARGETS = "commandTargets";

    /** The bean in which every {@code @Aggregate} is remembered. */
    public static final String MEMORY = "aggregateMemory";

    /** The bean that has snapshots taken of aggregates which may grow long. */
    public static final String SNAPSHOTS = "aggregateSnapshots";

    @Bean
    Commands commands(CommandGateway gateway, AnsweringSettings settings) {
        return new Commands(gateway, settings);
    }

    @Bean(TARGETS)
    CommandTargetResolver commandTargets() {
        return new EnvelopeTargets();
    }

    @Bean(MEMORY)
    Cache aggregateMemory(EventStore events, AggregateSettings settings) {
        return new AggregateMemory(events, settings);
    }

    @Bean(SNAPSHOTS)
    SnapshotTriggerDefinition aggregateSnapshots(Snapshotter snapshotter, SnapshotSettings settings) {
        return new LongOrSlow(snapshotter, settings);
    }

    @Bean
    Snapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            EventStore events,
            @Qualifier("snapshotWriter") ExecutorService snapshotWriter) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(events)
                .executor(snapshotWriter)
                .build();
    }

    /** One thread beside the commands; what is too much for it is left out. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService snapshotWriter(SnapshotSettings settings) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("snapshots").factory());
    }

    @Bean
    ConfigurerModule interceptors() {
        return axon -> axon.onInitialize(configuration ->
                configuration.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    configuration.commandBus().registerHandlerInterceptor(new UnknownThings());
                    configuration.commandBus().registerHandlerInterceptor(new SecondLook(configuration.eventStore()));
                }));
    }
}
