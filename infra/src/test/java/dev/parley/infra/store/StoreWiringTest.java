package dev.parley.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.eventlog.EventLog;
import java.util.List;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's auto-configuration falls back in silence; this hears it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreWiringTest {

    @Test
    void every_part_of_the_framework_is_the_durable_one() {
        try (var store = RunningStore.start()) {
            assertThat(store.the(EventStore.class))
                    .extracting(Object::getClass)
                    .extracting(Class::getSimpleName)
                    .isEqualTo("LogStore");
            assertThat(store.the(EventStorageEngine.class)).isInstanceOf(EventLog.class);
            assertThat(store.the(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            assertThat(store.the(PlatformTransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
            assertThat(store.the(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
            assertThat(store.the(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
            assertThat(store.the(SagaSqlSchema.class)).isInstanceOf(PostgresSagaSqlSchema.class);
            assertThat(store.the(DeadlineManager.class)).isInstanceOf(DbSchedulerDeadlineManager.class);
            assertThat(store.the(CommandBus.class)).isInstanceOf(AsynchronousCommandBus.class);
        }
    }

    @Test
    void nothing_is_written_by_a_serializer_that_could_make_code_out_of_data() {
        try (var store = RunningStore.start()) {
            var axon = store.the(Configuration.class);
            assertThat(List.of(axon.serializer(), axon.eventSerializer(), axon.messageSerializer()))
                    .extracting(Serializer::getClass)
                    .extracting(Class::getSimpleName)
                    .containsExactly("OwnNames", "StableNames", "OwnNames");
        }
    }
}
