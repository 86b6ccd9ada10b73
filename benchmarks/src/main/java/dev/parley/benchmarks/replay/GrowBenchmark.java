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

/** Whether a command and a load cost the same however long the log is. */
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
            var measured = new ArrayList<Rounds>();
            for (var size : steps) {
                fill.log(size);
                measured.add(measure(quick, size, database, logs));
                note(result, size, measured);
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
     * Ours appends with many clients, and loads with one; in new processes, because the tail of one that ran while the log was
     * filled would have to read all that first.
     */
    private static Rounds measure(boolean quick, long size, Database database, Path logs) throws Exception {
        System.out.printf("%n%,d events in the log%n", size);
        var postmaster = Long.toString(database.postmaster());
        try (var ours = PeerProcess.start("ours", logs, "append-ours", database.url(), postmaster);
                var load = PeerProcess.start("load", logs, "load", database.url(), postmaster)) {
            var peers = List.<Peer>of(ours, load);
            var rounds = quick ? new Rounds(peers, 3, 0.5, 1) : new Rounds(peers, 7, 0.7, 3);
            rounds.heat(MANY, quick ? 4 : 30).run(MANY).run(1).print();
            return rounds;
        }
    }

    private static void note(Result result, long size, List<Rounds> measured) {
        var first = measured.getFirst();
        var now = measured.getLast();
        result.figure("append_per_s_at_" + size, now.median("ours", MANY, Round::perSecond))
                .figure("append_cpu_us_at_" + size, now.median("ours", MANY, Round::cpuMicros))
                .figure("load_1000_p50_ms_at_" + size, now.median("load", 1, Round::p50Millis))
                .figure("load_1000_p99_ms_at_" + size, now.median("load", 1, Round::p99Millis))
                .figure("foreign_percent_at_" + size, now.foreign());
        if (measured.size() == 1) return;
        result.ratio("smallest_append_cpu_at_" + size, of(first, now, "ours", MANY, Round::cpuMicros))
                .ratio("smallest_append_at_" + size, of(first, now, "ours", MANY, Round::perSecond))
                .ratio("smallest_load_cpu_at_" + size, of(first, now, "load", 1, Round::cpuMicros))
                .ratio("smallest_load_p50_at_" + size, of(first, now, "load", 1, Round::p50Millis));
    }

    private static double of(Rounds first, Rounds now, String peer, int clients, ToDoubleFunction<Round> figure) {
        return now.median(peer, clients, figure) / first.median(peer, clients, figure);
    }
}
