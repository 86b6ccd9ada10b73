package dev.parley.infra.store.processing;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
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
                        .initialToken(StreamableMessageSource::createTailToken))
                .registerPooledStreamingEventProcessorConfiguration(
                        "rooms", (_, processor) -> processor.initialToken(StreamableMessageSource::createHeadToken))
                .registerTokenStore("rooms", _ -> new InMemoryTokenStore())
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    @Bean
    ConfigurerModule deadLetters(
            ProcessorSettings settings,
            ConnectionProvider connections,
            TransactionManager transactions,
            DeadLetterSchema schema,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return axon -> axon.eventProcessing()
                .registerDefaultDeadLetterPolicy(_ -> new PassingTrouble())
                .registerDeadLetterQueueProvider(group -> {
                    if (!hasDeadLetters(group)) return null;
                    rememberSequences(axon.eventProcessing(), group);
                    return _ -> queue(settings, connections, transactions, schema, serializer, eventSerializer, group);
                });
    }

    @Bean
    HandlerEnhancerDefinition savepointPerEvent(PlatformTransactionManager transactions) {
        return new SavepointPerEvent(transactions);
    }

    static boolean hasDeadLetters(String group) {
        return group.startsWith("view.") || group.startsWith("saga.");
    }

    /** Without it each event costs a query for dead letters of its stream. */
    private static void rememberSequences(EventProcessingConfigurer processing, String group) {
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                group, (_, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue(
            ProcessorSettings settings,
            ConnectionProvider connections,
            TransactionManager transactions,
            DeadLetterSchema schema,
            Serializer serializer,
            Serializer eventSerializer,
            String group) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .genericSerializer(serializer)
                .eventSerializer(eventSerializer)
                .maxSequences(settings.deadSequences())
                .maxSequenceSize(settings.deadSequences())
                // Axon 4.13.0 uses the page offset as a filter on the letter's index: with one page there is no second
                // offset.
                .pageSize(Integer.MAX_VALUE / 2)
                .build();
    }
}
