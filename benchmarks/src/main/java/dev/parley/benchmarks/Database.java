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

/** A PostgreSQL of our own for one run, durable as in production, shared by the server under test and by pgbench. */
final class Database implements AutoCloseable {
    private static final String INSERT =
            "insert into bench (stream, sequence, payload) values (gen_random_uuid(), 0, repeat('x', 370));\n";

    private final Path folder = Files.createTempDirectory("parley-benchmark");
    private final EmbeddedPostgres postgres;

    Database() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database parley");
            statement.execute(
                    "create table bench (position bigserial primary key, stream uuid, sequence bigint, payload text, unique (stream, sequence))");
        }
    }

    /** For {@code PARLEY_DATABASE_URL}. */
    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/parley?user=postgres&password=postgres";
    }

    Path folder() {
        return folder;
    }

    /** One insert per transaction, the least that a durable command can cost; empty where pgbench is not installed. */
    Optional<Rate> pgbench(int clients, int seconds) throws IOException, InterruptedException {
        var program = pgbenchProgram();
        if (program.isEmpty()) return Optional.empty();
        var script = Files.writeString(folder.resolve("insert.sql"), INSERT);
        var prefix = "pgbench-" + clients;
        var process = new ProcessBuilder(
                        program.get().toString(),
                        "-n",
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
                    .toList())
                for (var line : Files.readAllLines(log)) {
                    latencies.recordValue(Long.parseLong(line.split(" ")[2]) * 1_000);
                    transactions++;
                }
        }
        return new Rate((double) transactions / seconds, latencies);
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
    }

    /** @param latencies in nanoseconds */
    record Rate(double perSecond, Histogram latencies) {}
}
