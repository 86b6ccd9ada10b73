package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.timeout.UnitOfWorkTimeoutInterceptor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
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
    ConfigurerModule pooledProcessors(ProcessorSettings settings, SagaLetters sagas) {
        return axon -> axon.eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((_, processor) -> processor
                        .initialSegmentCount(1)
                        .batchSize(settings.batch())
                        .tokenClaimInterval(settings.claimEvery().toMillis())
                        .claimExtensionThreshold(
                                settings.claimLapses().dividedBy(3).toMillis())
                        .enableCoordinatorClaimExtension()
                        .initialToken(StreamableMessageSource::createTailToken))
                .registerPooledStreamingEventProcessorConfiguration(
                        "rooms", (_, processor) -> processor.initialToken(StreamableMessageSource::createHeadToken))
                .registerTokenStore("rooms", _ -> new InMemoryTokenStore())
                .registerDefaultHandlerInterceptor((_, group) -> new HonestTenants(group))
                .registerDefaultHandlerInterceptor((_, group) -> sagas.interceptor(group))
                .registerDefaultHandlerInterceptor((_, name) -> new UnitOfWorkTimeoutInterceptor(
                        name,
                        millis(settings.abortAfter()),
                        millis(settings.warnAfter()),
                        millis(settings.warnAfter())))
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    @Bean
    ConfigurerModule viewsInSegments(ListableBeanFactory beans, ProcessorSettings settings) {
        var views = groups(beans).filter(group -> group.startsWith("view.")).toList();
        return axon -> views.forEach(view -> axon.eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        view, (_, processor) -> processor.initialSegmentCount(settings.segments())));
    }

    @Bean
    ConfigurerModule unreadFacts(ListableBeanFactory beans) {
        var groups = groups(beans).filter(DeadLetters::hold).toList();
        return axon -> groups.forEach(group -> axon.eventProcessing()
                .registerEventHandler(_ -> new UnreadFacts(group))
                .assignHandlerInstancesMatching(group, new UnreadFacts(group)::equals));
    }

    private static Stream<String> groups(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(name -> beans.findAnnotationOnBean(name, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .distinct();
    }

    @Bean
    SagaLetters sagaLetters(
            ObjectProvider<org.axonframework.config.Configuration> axon,
            DeadLetters letters,
            PlatformTransactionManager transactions) {
        return new SagaLetters(axon, letters, transactions);
    }

    @Bean
    DeadLetters deadLetters(
            ProcessorSettings settings,
            ConnectionProvider connections,
            DeadLetterSchema schema,
            ObjectProvider<Reading> reading) {
        return new DeadLetters(settings, connections, schema, reading);
    }

    @Bean
    HandlerEnhancerDefinition savepointPerEvent(PlatformTransactionManager transactions) {
        return new SavepointPerEvent(transactions);
    }

    @Bean
    Retries retries(EventProcessingConfiguration processing, SagaLetters sagas) {
        return new Retries(processing, sagas);
    }

    @Bean
    CatchUp catchUp(EventProcessingConfiguration processing, Retries retries, ProcessorSettings settings) {
        return new CatchUp(processing, retries, settings);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
