package dev.parley.infra.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedServerTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void keeps_its_data_and_loses_no_commit() throws Exception {
        try (var server = start(home)) {
            run(server, "create table kept (word text)");
            run(server, "insert into kept values ('still here')");
            for (var setting : Map.of(
                            "data_checksums", "on",
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "full_page_writes", "on",
                            "listen_addresses", "127.0.0.1",
                            "unix_socket_directories", "")
                    .entrySet())
                assertThat(answer(server, "show " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
        }

        try (var again = start(home)) {
            assertThat(answer(again, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void lets_nobody_in_without_the_password() throws Exception {
        try (var server = start(home)) {
            var database = server.database("parley");

            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(Map.of()), "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres.password")))
                    .hasSize(2);
        }
    }

    @Test
    void two_of_us_do_not_share_a_home() throws Exception {
        try (var _ = start(home)) {
            assertThatThrownBy(() -> start(home))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Parley is running");
        }
    }

    /** The parent is killed without a chance to stop its server; what it had committed is there, and the server is replaced. */
    @Test
    void tidies_up_after_a_killed_process() throws Exception {
        var killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("victim.log").toFile())
                .start();
        var ready = home.resolve("ready");
        Awaitility.await().atMost(SOON).until(() -> Files.exists(ready) || !killed.isAlive());
        assertThat(ready).as(Files.readString(home.resolve("victim.log"))).exists();
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        var orphan = ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                        .getFirst()))
                .orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (var server = start(home)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(answer(server, "select word from kept")).isEqualTo("committed");
        }
    }

    @Test
    void says_when_the_data_is_broken() throws Exception {
        start(home).close();
        Files.delete(home.resolve("postgres/PG_VERSION"));

        assertThatThrownBy(() -> start(home))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PG_VERSION is missing");
    }

    @Test
    void says_when_the_home_cannot_be_written() throws IOException {
        var file = Files.writeString(home.resolve("file"), "not a directory");

        assertThatThrownBy(() -> start(file)).isInstanceOf(CannotStart.class).hasMessageContaining("cannot be written");
    }

    @Test
    void says_when_an_external_database_cannot_be_reached_or_refuses() throws Exception {
        try (var server = start(home)) {
            var port = server.database("parley").port();
            var refused = roles("postgres://postgres:wrong@127.0.0.1:" + port + "/parley");
            var missing = roles("postgres://postgres:" + Files.readString(home.resolve("postgres.password"))
                    + "@127.0.0.1:" + port + "/nowhere");

            assertThatThrownBy(refused::make)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("refuses the user postgres");
            assertThatThrownBy(missing::make)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("There is no database");
        }
        var nobodyListens = roles("postgres://postgres:secret@127.0.0.1:1/parley");

        assertThatThrownBy(nobodyListens::make)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be reached");
    }

    private static EmbeddedServer start(Path home) {
        return EmbeddedServer.start(home, TestDatabase.BINARIES, SOON);
    }

    private static PostgresRoles roles(String url) {
        return new PostgresRoles(
                Database.at(url), new DatabaseSettings(url, "", "", 1, 1, SOON, SOON, SOON, SOON, SOON));
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        var database = server.database("parley");
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(Map.of()), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedServer server, String sql) throws SQLException {
        var database = server.database("parley");
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(Map.of()), database.user(), database.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Starts a server, commits a word, and waits to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            var home = Path.of(arguments[0]);
            var server = start(home);
            run(server, "create table kept (word text)");
            run(server, "insert into kept values ('committed')");
            Files.writeString(home.resolve("ready"), "kill me");
            Thread.sleep(SOON);
            server.close();
        }
    }
}
