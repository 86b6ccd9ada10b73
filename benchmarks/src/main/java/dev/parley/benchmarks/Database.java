package dev.parley.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own for one run, durable as in production, shared by the server under test and by pgbench. */
public final class Database implements AutoCloseable {
    private static final String INSERT =
            "insert into bench (stream, sequence, payload) values (gen_random_uuid(), 0, repeat('x', 370));\n";

    private final Path folder = Files.createTempDirectory("parley-benchmark");
    private final EmbeddedPostgres postgres;

    public Database() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("min_wal_size", "4GB")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database parley");
            statement.execute(
                    "create table bench (position bigserial primary key, stream uuid, sequence bigint, payload text, unique (stream, sequence))");
        }
    }

    /** For {@code PARLEY_DATABASE_URL}. */
    public String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/parley?user=postgres&password=postgres";
    }

    /** For those who keep tables of their own, apart from ours. */
    public String peersUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres&password=postgres";
    }

    /** The server's process, parent of all its others. */
    public long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
    }

    public Path folder() {
        return folder;
    }

    /** One insert per transaction, the least that a durable command can cost; empty where pgbench is not installed. */
    public Optional<Rate> pgbench(int clients, int seconds) throws IOException, InterruptedException {
        return pgbench(clients, seconds, INSERT);
    }

    /** @param transaction one statement, in a line */
    public Optional<Rate> pgbench(int clients, int seconds, String transaction)
            throws IOException, InterruptedException {
        var program = pgbenchProgram();
        if (program.isEmpty()) return Optional.empty();
        var script = Files.writeString(folder.resolve("insert.sql"), transaction);
        var prefix = "pgbench-" + clients;
        var process = new ProcessBuilder(
                        program.get().toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-h",
                        "localhost",
                        "-p",
                        "" + postgres.getPort(),
                        "-U",
                        "postgres",
                        "-c",
                        "" + clients,
                        "-j",
                        "2",
                        "-T",
                        "" + seconds,
                        "-f",
                        script.toString(),
                        "-l",
                        "--log-prefix=" + prefix,
                        "postgres")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            var said = output.lines().toList();
            if (process.waitFor() != 0) throw new IOException("pgbench failed: " + String.join(" ", said));
        }
        return Optional.of(rate(prefix, seconds));
    }

    private Rate rate(String prefix, int seconds) throws IOException {
        var latencies = new Histogram(3);
        var transactions = 0L;
        try (var logs = Files.list(folder)) {
            for (var log : logs.filter(file -> file.getFileName().toString().startsWith(prefix + "."))
                    .toList()) transactions += read(log, latencies);
        }
        return new Rate((double) transactions / seconds, latencies);
    }

    private static long read(Path log, Histogram latencies) throws IOException {
        var lines = Files.readAllLines(log);
        for (var line : lines) latencies.recordValue(Long.parseLong(line.split(" ")[2]) * 1_000);
        Files.delete(log);
        return lines.size();
    }

    private static Optional<Path> pgbenchProgram() throws IOException {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            if (Files.isExecutable(Path.of(folder, "pgbench"))) return Optional.of(Path.of(folder, "pgbench"));
        for (var root : List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr/local/pgsql")))
            if (Files.isDirectory(root))
                try (Stream<Path> found =
                        Files.find(root, 4, (path, kind) -> path.endsWith("pgbench") && Files.isExecutable(path))) {
                    var newest = found.max(Comparator.naturalOrder());
                    if (newest.isPresent()) return newest;
                }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** @param latencies in nanoseconds */
    public record Rate(double perSecond, Histogram latencies) {}
}
