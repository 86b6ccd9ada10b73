package dev.parley.benchmarks.promises;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A PostgreSQL of our own, durable as in production, that can be killed with all its processes and started again. */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "parley-promises-postgres");
    private final Path data;
    private final Path log;
    private final int port = Machine.freePort();
    private final List<String> settings;
    private Process postmaster;

    /** @param settings beyond the durable ones, for instance {@code fsync=off} */
    Cluster(Path folder, String... settings) throws IOException, SQLException, InterruptedException {
        this.data = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.settings = List.of(settings);
        // Unpacks PostgreSQL and makes an empty cluster.
        try (var made = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setOverrideWorkingDirectory(binaries.toFile())
                        .setCleanDataDirectory(false)
                        .start();
                var connection = made.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database parley");
        }
        this.postmaster = launch();
        awaitReady();
    }

    /** For PARLEY_DATABASE_URL. */
    String url() {
        return urlAt(port);
    }

    static String urlAt(int port) {
        return "postgres://postgres:postgres@127.0.0.1:" + port + "/parley";
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    /** As superuser. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/parley?user=postgres&connectTimeout=2&currentSchema=parley");
    }

    void run(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** kill -9 of every process at once; whatever was not handed to the operating system is lost. */
    void kill() {
        Machine.killWithChildren(postmaster);
    }

    void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        postmaster = launch();
        awaitReady();
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable())
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        command.add(program().toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        set(command, "listen_addresses=127.0.0.1");
        set(command, "unix_socket_directories=");
        set(command, "max_connections=200");
        set(command, "fsync=on");
        set(command, "synchronous_commit=on");
        set(command, "full_page_writes=on");
        set(command, "log_line_prefix=%n [%p] ");
        settings.forEach(setting -> set(command, setting));
        return Machine.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    private static void set(List<String> command, String setting) {
        command.add("-c");
        command.add(setting);
    }

    private Path program() throws IOException {
        try (var versions = Files.list(binaries)) {
            return versions.map(version -> version.resolve("bin/postgres"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("no PostgreSQL under " + binaries));
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = connect()) {
                if (connection.isValid(2)) return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > giveUp || !postmaster.isAlive())
                    throw new IOException("PostgreSQL did not start; see " + log, notYet);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
