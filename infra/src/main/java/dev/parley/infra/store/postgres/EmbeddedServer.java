package dev.parley.infra.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL of our own, for those who have none: its data stays under the home directory, it listens on the loopback
 * address only, and every commit reaches the disk. It ends with the application; after a kill -9 the next start tidies up.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    private final HomeDirectory home;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(HomeDirectory home, EmbeddedPostgres postgres, String password) {
        this.home = home;
        this.postgres = postgres;
        this.password = password;
    }

    /** @param binaries where PostgreSQL is unpacked; several servers may share them */
    public static EmbeddedServer start(Path directory, Path binaries, Duration within) {
        var home = HomeDirectory.occupy(directory.toAbsolutePath().normalize());
        var data = home.resolve("postgres");
        try {
            OrphanedServer.stop(data);
            var password = home.secret("postgres.password");
            return new EmbeddedServer(home, launch(home, data, binaries.toAbsolutePath(), password, within), password);
        } catch (IOException | RuntimeException e) {
            close(home, e);
            if (e instanceof CannotStart known) throw known;
            throw new CannotStart(
                    "The built-in PostgreSQL did not start with the data in " + data + ".",
                    "Read " + home.resolve("postgres.log") + "; if the data is expendable, delete " + data + ".",
                    e);
        }
    }

    private static EmbeddedPostgres launch(
            HomeDirectory home, Path data, Path binaries, String password, Duration within) throws IOException {
        var cluster = new NewCluster(data, home.resolve("postgres.new"), binaries, password);
        cluster.prepare();
        var log = Redirect.to(home.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectoryCustomizer(_ -> cluster.initialise())
                .setRegisterShutdownHook(false) // the application context stops it, after everything that uses it
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100")
                .setServerConfig(
                        "fsync",
                        "on") // zonky's defaults are for tests: without both an acknowledged command can be lost
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(within)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    /** The database with this name, made if there is none. */
    Database database(String name) {
        var made = new Database("127.0.0.1", postgres.getPort(), name, SUPERUSER, password, Map.of());
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            if (known.executeQuery().next()) return made;
            try (var create = connection.createStatement()) {
                create.execute("create database \"" + name + "\"");
            }
            return made;
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database " + made + " cannot be made.", "Read postgres.log in the home directory.", e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        home.close();
    }

    private static void close(HomeDirectory home, Exception because) {
        try {
            home.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
