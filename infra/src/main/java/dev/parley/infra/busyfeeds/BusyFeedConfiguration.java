package dev.parley.infra.busyfeeds;

import dev.parley.api.calendar.OtherCalendars;
import dev.parley.infra.identity.Seal;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendars that hosts have elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BusyFeedSettings.class)
class BusyFeedConfiguration {

    @Bean
    FeedAddress feedAddress(BusyFeedSettings settings) {
        return new FeedAddress(settings.privateAddresses());
    }

    @Bean
    FeedClient feedClient(FeedAddress addresses, BusyFeedSettings settings) {
        return new FeedClient(addresses, settings);
    }

    @Bean
    FeedStore feedStore(DataSource database, PlatformTransactionManager transactions, Seal seal) {
        return new FeedStore(database, new TransactionTemplate(transactions), seal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FeedTasks feedTasks(
            DataSource database, FeedStore store, FeedClient client, BusyFeedSettings settings, Clock clock) {
        return new FeedTasks(database, store, client, settings, clock);
    }

    @Bean
    OtherCalendars otherCalendars(
            ConnectionFactory connections,
            FeedStore store,
            FeedTasks tasks,
            FeedAddress addresses,
            BusyFeedSettings settings,
            Clock clock) {
        var readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);
        return new StoredBusyTimes(
                DatabaseClient.create(connections),
                TransactionalOperator.create(new R2dbcTransactionManager(connections), readOnly),
                store,
                tasks,
                addresses,
                settings,
                clock);
    }
}
