package dev.parley.infra.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM, and a database of its own for each test class that asks. */
public final class TestDatabase {
    /** Tests run in several processes, each with a server of its own. */
    private static final String PROCESS = System.getProperty("test.process", "");

    static final Path BINARIES = Path.of("target", "test-postgres-binaries");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** For PARLEY_DATABASE_URL; empty, nothing migrated yet. */
    public static String fresh() {
        var database = Server.RUNNING.database("test_" + NUMBER.incrementAndGet());
        return "postgres://" + database.user() + ":" + database.password() + "@" + database;
    }

    /** Its own directory outlives the JVM, so that the next run need not unpack and initialise again. */
    private static final class Server {
        static final EmbeddedServer RUNNING = start();

        private static EmbeddedServer start() {
            var server = EmbeddedServer.start(
                    Path.of("target", "test-postgres" + PROCESS), BINARIES, Duration.ofSeconds(60));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            dropLeftovers(server.database("postgres"));
            return server;
        }

        private static void dropLeftovers(Database admin) {
            try (var connection = DriverManager.getConnection(admin.jdbcUrl(Map.of()), admin.user(), admin.password());
                    var statement = connection.createStatement()) {
                var names = new ArrayList<String>();
                try (var rows =
                        statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
                    while (rows.next()) names.add(rows.getString(1));
                }
                for (var name : names) statement.execute("drop database " + name + " with (force)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedServer server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
