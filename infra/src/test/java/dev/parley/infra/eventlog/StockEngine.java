package dev.parley.infra.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.api.WireFormat;
import dev.parley.infra.store.postgres.TestDatabase;
import java.net.URI;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's JDBC engine as its guide recommends it for PostgreSQL: its own DDL, Jackson, one transaction manager, SQLSTATE 23505. */
final class StockEngine {
    static final PersistenceExceptionResolver RECOMMENDED = new SQLStateResolver("23505");

    private StockEngine() {}

    static EngineUnderTest start() {
        return start(RECOMMENDED);
    }

    /** @param resolver null for what Axon takes when nobody says anything */
    static EngineUnderTest start(@Nullable PersistenceExceptionResolver resolver) {
        var pool = pool();
        var transactions = new JdbcTransactionManager(pool);
        var builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections(pool))
                .transactionManager(new SpringTransactionManager(transactions))
                .schema(EventSchema.builder().build())
                .snapshotFilter(RevisionSnapshotFilter.builder()
                        .type("Book")
                        .revision("1")
                        .build())
                .snapshotSerializer(serializer())
                .eventSerializer(serializer());
        if (resolver != null) builder.persistenceExceptionResolver(resolver);
        var engine = builder.build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new EngineUnderTest(
                EngineUnderTest.Whose.STOCK,
                engine,
                "DomainEventEntry",
                "globalIndex",
                "aggregateIdentifier",
                pool,
                transactions,
                pool);
    }

    static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(superuser(TestDatabase.fresh()));
        pool.setMaximumPoolSize(16);
        return pool;
    }

    /** @param database {@code postgres://user:password@host:port/name} */
    static DataSource superuser(String database) {
        var url = URI.create(database);
        var login = url.getUserInfo().split(":", 2);
        return new DriverManagerDataSource(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), login[0], login[1]);
    }

    static ConnectionProvider connections(DataSource pool) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool));
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(WireFormat::addTo)
                .build();
    }
}
