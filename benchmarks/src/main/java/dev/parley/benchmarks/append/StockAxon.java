package dev.parley.benchmarks.append;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.api.Envelope;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.benchmarks.rounds.ClosedLoop;
import dev.parley.benchmarks.rounds.Orders;
import dev.parley.command.benchmark.Conversation;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A peer: Axon as it comes, with its JDBC engine, its simple bus, and aggregates folded for each command. */
public final class StockAxon {
    private static final int CONNECTIONS = 32;

    private StockAxon() {}

    public static void serve(String url, long postmaster) throws Exception {
        var axon = start(url);
        var gateway = axon.commandGateway();
        Orders.serve((clients, warm, seconds) ->
                ClosedLoop.runBlocking("axon", postmaster, clients, warm, seconds, () -> client(gateway)));
        axon.shutdown();
    }

    private static ClosedLoop.Client client(CommandGateway gateway) {
        var story = new Story();
        return () -> {
            gateway.sendAndWait(new GenericCommandMessage<>(new Say(story.next()), Story.envelope()));
            return CompletableFuture.completedFuture(null);
        };
    }

    /** Says one more thing. */
    public record Say(@TargetAggregateIdentifier MeetingId meetingId) {}

    /** As {@link Conversation}, without what Parley adds. */
    @AggregateRoot
    public static class Talk {
        @AggregateIdentifier
        private MeetingId meetingId;

        private int said;

        Talk() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        public void handle(Say command) {
            apply(Story.recorded(command.meetingId(), said));
        }

        @EventSourcingHandler
        public void on(SegmentRecorded event) {
            meetingId = event.meetingId();
            said++;
        }
    }

    private static Configuration start(String url) {
        createTables(url);
        var engine = engine(url, CONNECTIONS, 100);
        var correlation = new SimpleCorrelationDataProvider(
                Envelope.TENANT_ID,
                Envelope.ACTOR_ID,
                Envelope.ACTOR_NAME,
                Envelope.ACTOR_TYPE,
                Envelope.COMMAND_ID,
                Envelope.CORRELATION_ID,
                Envelope.CAUSATION_ID,
                Envelope.APP_VERSION);
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer())
                .configureEmbeddedEventStore(_ -> engine)
                .configureCorrelationDataProviders(_ -> List.of(correlation))
                .configureAggregate(Talk.class)
                .start();
    }

    /** @param batch rows that its readers fetch at once */
    public static JdbcEventStorageEngine engine(String url, int connections, int batch) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setAutoCommit(false);
        return engine(new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)), batch);
    }

    /** The pool commits nothing by itself, and outside a unit of work nobody else would. */
    public static void createTables(String url) {
        engine(() -> DriverManager.getConnection(url), 1).createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private static JdbcEventStorageEngine engine(ConnectionProvider connections, int batch) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .batchSize(batch)
                .build();
    }

    /** JSON as Axon writes and reads it by itself. */
    public static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(StockJson::addTo)
                .build();
    }
}
