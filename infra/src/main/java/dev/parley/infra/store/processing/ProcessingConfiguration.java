package dev.parley.infra.store.processing;

import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.timeout.UnitOfWorkTimeoutInterceptor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Event processors: what every group gets, and what the groups {@code view.*}, {@code saga.*} and {@code rooms} get. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorSettings.class)
class ProcessingConfiguration {

    /**
     * Everything starts at the beginning of the log: effects are keyed, so a new reaction that sees old facts repeats nothing.
     * Only rooms live in memory and start at the head, on each node.
     */
    @Bean
    ConfigurerModule pooledProcessors(ProcessorSettings settings) {
        return axon -> axon.eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((_, processor) -> processor
                        .initialSegmentCount(settings.segments())
                        .batchSize(settings.batch())
                        .tokenClaimInterval(settings.claimEvery().toMillis())
                        .initialToken(StreamableMessageSource::createTailToken))
                .registerPooledStreamingEventProcessorConfiguration(
                        "rooms", (_, processor) -> processor.initialToken(StreamableMessageSource::createHeadToken))
                .registerTokenStore("rooms", _ -> new InMemoryTokenStore())
                .registerDefaultHandlerInterceptor((_, name) -> new UnitOfWorkTimeoutInterceptor(
                        name,
                        millis(settings.abortAfter()),
                        millis(settings.warnAfter()),
                        millis(settings.warnAfter())))
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    @Bean
    ConfigurerModule deadLetters(ProcessorSettings settings, ConnectionProvider connections, DeadLetterSchema schema) {
        return new DeadLetters(settings, connections, schema);
    }

    @Bean
    HandlerEnhancerDefinition savepointPerEvent(PlatformTransactionManager transactions) {
        return new SavepointPerEvent(transactions);
    }

    @Bean
    CatchUp catchUp(EventProcessingConfiguration processing, ProcessorSettings settings) {
        return new CatchUp(processing, settings);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
