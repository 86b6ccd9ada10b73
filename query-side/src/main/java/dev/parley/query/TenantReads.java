package dev.parley.query;

import dev.parley.api.TenantId;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only way to a connection: every read is a read-only transaction that names its tenant first. Row level security shows
 * that tenant's rows and no others; what is named dies with the transaction, so a pooled connection carries no tenant on.
 */
@Component
public final class TenantReads {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    TenantReads(ConnectionFactory connections) {
        var readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);
        database = DatabaseClient.create(connections);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections), readOnly);
    }

    /** At most one answer. Ends with a commit, or with a rollback where the answer failed or nobody waits for it any more. */
    public <T> Mono<T> one(TenantId tenant, Function<DatabaseClient, Mono<T>> question) {
        return transaction.transactional(name(tenant).then(Mono.defer(() -> question.apply(database))));
    }

    /** Any number of answers, with one connection taken until the last: for what is short, or read in {@link Pages}. */
    public <T> Flux<T> many(TenantId tenant, Function<DatabaseClient, ? extends Publisher<T>> question) {
        return transaction.transactional(name(tenant).thenMany(Flux.defer(() -> question.apply(database))));
    }

    private Mono<Void> name(TenantId tenant) {
        return database.sql("select set_config('app.tenant', :tenant, true)")
                .bind("tenant", tenant.toString())
                .then();
    }
}
