package dev.parley.command;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.modelling.command.CommandTargetResolver;
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
    TranscriptSettings.class
})
public class CommandSide {

    /** The bean by which every {@code @Aggregate} finds the target of a command. */
    public static final String TARGETS = "commandTargets";

    /** The bean in which every {@code @Aggregate} is remembered. */
    public static final String MEMORY = "aggregateMemory";

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

    @Bean
    ConfigurerModule interceptors() {
        return axon -> axon.onInitialize(configuration ->
                configuration.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    configuration.commandBus().registerHandlerInterceptor(new UnknownThings());
                    configuration.commandBus().registerHandlerInterceptor(new SecondLook(configuration.eventStore()));
                }));
    }
}
