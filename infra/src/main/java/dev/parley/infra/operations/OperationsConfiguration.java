package dev.parley.infra.operations;

import dev.parley.infra.eventlog.Appender;
import dev.parley.infra.store.processing.ProcessorSettings;
import dev.parley.infra.store.processing.Retries;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators have: the state of processors and log, the desk of dead letters, the watch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperationsConfiguration {

    @Bean
    Processors processors(DataSource dataSource, Serializer serializer, EventProcessingConfiguration processing) {
        return new Processors(JdbcClient.create(dataSource), serializer, processing);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(DataSource dataSource, Retries retries) {
        return new DeadLetterDesk(JdbcClient.create(dataSource), retries);
    }

    @Bean
    LogHealth logHealth(DataSource dataSource, Appender appender) {
        return new LogHealth(JdbcClient.create(dataSource), appender);
    }

    @Bean
    Watch watch(
            Processors processors,
            LogHealth log,
            ObjectProvider<MeterRegistry> meters,
            OperationsSettings settings,
            ProcessorSettings limits,
            Clock clock) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new Watch(processors, log, registry, settings, limits.deadSequences(), clock);
    }
}
