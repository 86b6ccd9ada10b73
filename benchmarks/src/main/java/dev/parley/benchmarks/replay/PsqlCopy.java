package dev.parley.benchmarks.replay;

import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.HdrHistogram.Histogram;

/** A limit: psql takes the whole log over the socket and throws it away. Nothing is decoded. */
final class PsqlCopy implements Peer {
    private final Database database;
    private final long events;

    PsqlCopy(Database database, long events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public String name() {
        return "psqlcopy";
    }

    @Override
    public Round run(int clients, double warm, double atLeast) throws IOException, InterruptedException {
        var before = Cpu.now(database.postmaster());
        var begun = System.nanoTime();
        var read = 0L;
        do {
            copy();
            read += events;
        } while (System.nanoTime() - begun < atLeast * 1e9);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var used = Cpu.now(database.postmaster()).since(before).ofChildren();
        return Round.of(name(), clients, read, seconds, new Histogram(3), used, 0);
    }

    private void copy() throws IOException, InterruptedException {
        var port = URI.create(database.url().substring("jdbc:".length())).getPort();
        var errors = Files.createTempFile(database.folder(), "psql", ".log").toFile();
        var psql = new ProcessBuilder(
                        "psql",
                        "-qX",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        "\\copy (select * from parley.event_log order by position) to /dev/null (format binary)",
                        "postgresql://postgres:postgres@localhost:" + port + "/parley")
                .redirectOutput(new File("/dev/null"))
                .redirectError(errors)
                .start();
        if (psql.waitFor() != 0) throw new IOException("psql failed: " + Files.readString(errors.toPath()));
    }

    @Override
    public void close() {}
}
