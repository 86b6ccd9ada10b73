package dev.parley.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.store.RunningStore;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A saga is reached by an event on one node and by a deadline on another; each node has its repository and its locks (M3). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostSagaUpdatesTest {
    private static final int CALLS = 600;

    @Test
    void stock_loses_updates_of_a_saga_that_two_nodes_touch() throws Exception {
        try (var pool = StockEngine.pool()) {
            var store = JdbcSagaStore.builder()
                    .connectionProvider(StockEngine.connections(pool))
                    .sqlSchema(new PostgresSagaSqlSchema())
                    .serializer(StockEngine.serializer())
                    .build();
            store.createSchema();

            var counted = callFromTwoNodes(store, new SpringTransactionManager(new JdbcTransactionManager(pool)));

            assertThat(counted).isLessThan(CALLS);
        }
    }

    @Test
    void ours_loses_none() throws Exception {
        try (var ours = RunningStore.start()) {
            @SuppressWarnings("unchecked")
            SagaStore<Object> store = ours.the(SagaStore.class);

            assertThat(callFromTwoNodes(store, ours.the(TransactionManager.class)))
                    .isEqualTo(CALLS);
        }
    }

    /** All calls are acknowledged: none throws. */
    private static int callFromTwoNodes(SagaStore<Object> store, TransactionManager transactions) throws Exception {
        var one = repository(store);
        var other = repository(store);
        inUnitOfWork(transactions, () -> one.createInstance("shared", CountingSaga::new));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var calls = new ArrayList<Future<?>>();
            for (var i = 0; i < CALLS; i++) {
                var node = i % 2 == 0 ? one : other;
                calls.add(threads.submit(() -> inUnitOfWork(transactions, () -> use(node, CountingSaga::called))));
            }
            for (var call : calls) call.get();
        }
        var counted = new int[1];
        inUnitOfWork(transactions, () -> use(one, saga -> counted[0] = saga.calls()));
        return counted[0];
    }

    private static AnnotatedSagaRepository<CountingSaga> repository(SagaStore<Object> store) {
        return AnnotatedSagaRepository.<CountingSaga>builder()
                .sagaType(CountingSaga.class)
                .sagaStore(store)
                .build();
    }

    private static void use(AnnotatedSagaRepository<CountingSaga> node, Consumer<CountingSaga> use) {
        node.load("shared").execute(use);
    }

    private static void inUnitOfWork(TransactionManager transactions, Runnable work) {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a call"));
        unit.attachTransaction(transactions);
        unit.execute(work);
    }
}
