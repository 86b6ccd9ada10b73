package dev.parley.infra.store.rebuild;

import dev.parley.infra.eventlog.EventLog;
import dev.parley.infra.eventlog.LogReader;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Rebuilding views. Making and placing their tables is the one thing beside migrations that is done as the owner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildSettings.class)
class RebuildConfiguration {

    @Bean
    Rebuilds rebuilds(
            ListableBeanFactory beans,
            org.axonframework.config.Configuration axon,
            EventLog log,
            LogReader reader,
            @Qualifier("ownerDataSource") DataSource owner,
            DataSource writer,
            PlatformTransactionManager transactions,
            Serializer serializer,
            RebuildSettings settings,
            Clock clock) {
        return new Rebuilds(beans, axon, log, reader, owner, writer, transactions, serializer, settings, clock);
    }
}
