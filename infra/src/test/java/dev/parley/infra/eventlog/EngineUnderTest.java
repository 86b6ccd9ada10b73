package dev.parley.infra.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An engine on a database of its own.
 *
 * @param table where its events stand
 * @param superuser may look at everything, change everything, and cut connections
 */
record EngineUnderTest(
        Whose whose,
        EventStorageEngine engine,
        String table,
        String positionColumn,
        String streamColumn,
        DataSource superuser,
        PlatformTransactionManager transactions,
        AutoCloseable end)
        implements AutoCloseable {

    enum Whose {
        OURS,
        STOCK
    }

    /** Connections are cut on purpose here; nobody wants to read of each. */
    private static final List<String> QUIET = List.of(
            "logging.level.com.zaxxer.hikari=off",
            "logging.level.org.springframework.jdbc=off",
            "logging.level.dev.parley=error");

    static EngineUnderTest ours() {
        return oursOn(TestDatabase.fresh());
    }

    /** A node of its own on this database. */
    static EngineUnderTest oursOn(String database, String... settings) {
        return ours(database, RunningStore.on(database, quietly(settings)));
    }

    /** @param store reaches that database, if by detours */
    static EngineUnderTest ours(String database, RunningStore store) {
        return new EngineUnderTest(
                Whose.OURS,
                store.the(EventStorageEngine.class),
                "parley.event_log",
                "position",
                "stream",
                StockEngine.superuser(database),
                store.the(PlatformTransactionManager.class),
                store);
    }

    static List<String> quietly(String... settings) {
        return Stream.concat(QUIET.stream(), Stream.of(settings)).toList();
    }

    void append(EventMessage<?>... events) {
        engine.appendEvents(List.of(events));
    }

    void append(List<? extends EventMessage<?>> events) {
        engine.appendEvents(events);
    }

    TrackingToken head() {
        return engine.createHeadToken();
    }

    List<? extends TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        try (var events = engine.readEvents(token, false)) {
            return events.toList();
        }
    }

    /** The payloads of a stream, by their titles. */
    List<String> titles(String stream) {
        return titles(stream, 0);
    }

    List<String> titles(String stream, long from) {
        return engine.readEvents(stream, from)
                .asStream()
                .map(event -> Facts.titleOf(event))
                .toList();
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    /** As a crash of the network or of a backend does, to everybody on this database but the one who asks. */
    void cutConnections() {
        admin().sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""").query(Long.class).single();
    }

    /** So that no later test is given a connection that was cut here: a pool trusts those that were used a moment ago. */
    void forgetConnections() {
        if (end instanceof RunningStore store)
            store.the(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    /** The same, for the one connection that writes. */
    void cutAppender() {
        admin().sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'parley-appender'"
                                + " and datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** As the superuser and without triggers: what only a broken disk or an attacker does. */
    void tamper(String statement, Object... values) {
        try (var connection = superuser.getConnection();
                var switchOff = connection.createStatement();
                var sql = connection.prepareStatement(statement)) {
            switchOff.execute("set session_replication_role = replica");
            for (var i = 0; i < values.length; i++) sql.setObject(i + 1, values[i]);
            sql.executeUpdate();
            switchOff.execute("reset session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    JdbcClient admin() {
        return JdbcClient.create(superuser);
    }

    @Override
    public void close() throws Exception {
        end.close();
    }

    @Override
    public String toString() {
        return whose.name().toLowerCase(Locale.ROOT);
    }
}
