package dev.parley.benchmarks.replay;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.append.Ours;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.PeerProcess;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether a command, a load and an event that is read cost the same however long the log is. */
public final class GrowBenchmark implements Benchmark {
    private static final int MANY = 32;
    private static final long BYTES_PER_EVENT = 3_000;

    private final List<Long> sizes;

    /** @param sizes events in the log, from few to many; none for the usual ones */
    public GrowBenchmark(List<Long> sizes) {
        this.sizes = sizes;
    }

    @Override
    public Result run(boolean quick) throws Exception {
        var steps = !sizes.isEmpty()
                ? sizes
                : quick ? List.of(10_000L, 200_000L) : List.of(10_000L, 1_000_000L, 10_000_000L);
        try (var database = new Database()) {
            refuseTooMany(database, steps.getLast());
            var logs = Files.createDirectories(database.folder().resolve("peers"));
            var fill = new Fill(database.url());
            Ours.store(database.url()).close(); // makes the tables
            fill.longStreams();
            var result = new Result();
            var measured = new ArrayList<Size>();
            for (var size : steps) {
                fill.log(size);
                measured.add(measure(quick, size, database, logs));
                note(result, measured.getFirst(), measured.getLast());
            }
            return result;
        }
    }

    private static void refuseTooMany(Database database, long events) throws IOException {
        var room = Files.getFileStore(database.folder()).getUsableSpace();
        if (room < events * BYTES_PER_EVENT)
            throw new IOException("%,d events need about %,d MB of disk, and %,d MB are left"
                    .formatted(events, events * BYTES_PER_EVENT / 1_000_000, room / 1_000_000));
    }

    /**
     * Ours reads all there is, appends with many clients and loads with one; in new processes, because the tail of one that
     * ran while the log was filled would have to read all that first.
     */
    private static Size measure(boolean quick, long size, Database database, Path logs) throws Exception {
        System.out.printf("%n%,d events in the log%n", size);
        var postmaster = Long.toString(database.postmaster());
        Rounds reading; // first, because appending makes the log longer
        try (var read = PeerProcess.start("read", logs, "replay-ours", database.url(), postmaster)) {
            reading = new Rounds(List.<Peer>of(read), 3, 0, quick ? 1 : 3);
            reading.heat(1, quick ? 2 : 8).run(1).print();
        }
        try (var ours = PeerProcess.start("ours", logs, "append-ours", database.url(), postmaster);
                var load = PeerProcess.start("load", logs, "load", database.url(), postmaster)) {
            var peers = List.<Peer>of(ours, load);
            var commands = quick ? new Rounds(peers, 3, 0.5, 1) : new Rounds(peers, 7, 0.7, 3);
            commands.heat(MANY, quick ? 4 : 30).run(MANY).run(1).print();
            return new Size(size, commands, reading);
        }
    }

    /** What was measured behind so many events. */
    private record Size(long events, Rounds commands, Rounds reading) {

        double append(ToDoubleFunction<Round> figure) {
            return commands.median("ours", MANY, figure);
        }

        double load(ToDoubleFunction<Round> figure) {
            return commands.median("load", 1, figure);
        }

        double read(ToDoubleFunction<Round> figure) {
            return reading.median("read", 1, figure);
        }
    }

    private static void note(Result result, Size first, Size now) {
        var at = "_at_" + now.events();
        result.figure("append_per_s" + at, now.append(Round::perSecond))
                .figure("append_cpu_us" + at, now.append(Round::cpuMicros))
                .figure("load_1000_p50_ms" + at, now.load(Round::p50Millis))
                .figure("load_1000_p99_ms" + at, now.load(Round::p99Millis))
                .figure("read_per_s" + at, now.read(Round::perSecond))
                .figure("read_cpu_us" + at, now.read(Round::cpuMicros))
                .figure("foreign_percent" + at, now.commands().foreign());
        if (now.events() == first.events()) return;
        result.ratio("smallest_append_cpu" + at, now.append(Round::cpuMicros) / first.append(Round::cpuMicros))
                .ratio("smallest_append" + at, now.append(Round::perSecond) / first.append(Round::perSecond))
                .ratio("smallest_load_cpu" + at, now.load(Round::cpuMicros) / first.load(Round::cpuMicros))
                .ratio("smallest_load_p50" + at, now.load(Round::p50Millis) / first.load(Round::p50Millis))
                .ratio("smallest_read_cpu" + at, now.read(Round::cpuMicros) / first.read(Round::cpuMicros));
    }
}
