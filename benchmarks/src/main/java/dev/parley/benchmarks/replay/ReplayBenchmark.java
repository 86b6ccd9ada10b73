package dev.parley.benchmarks.replay;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.PeerProcess;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/** The whole log, read by ours and by others; and aggregates of 1,000 events, loaded with and without a snapshot. */
public final class ReplayBenchmark implements Benchmark {
    private static final List<String> READERS = List.of("ours", "projection", "psqlcopy", "cursor", "axon");
    private static final List<String> LOADERS = List.of("load", "load_snapshot");

    private final long events;

    /** @param events 0 for as many as usual */
    public ReplayBenchmark(long events) {
        this.events = events;
    }

    @Override
    public Result run(boolean quick) throws Exception {
        var size = events > 0 ? events : quick ? 100_000 : 1_000_000;
        var peers = new ArrayList<Peer>();
        try (var database = new Database()) {
            try {
                start(database, size, peers);
                var readers = peers.stream()
                        .filter(peer -> READERS.contains(peer.name()))
                        .toList();
                var loaders = peers.stream()
                        .filter(peer -> LOADERS.contains(peer.name()))
                        .toList();
                var reading = new Rounds(readers, quick ? 3 : 5, 0, quick ? 1 : 3);
                reading.heat(1, quick ? 2 : 8).run(1).print();
                var loading = new Rounds(loaders, quick ? 2 : 5, 0.5, quick ? 1 : 3);
                loading.heat(1, quick ? 2 : 6).run(1).print();
                return result(size, reading, loading);
            } finally {
                for (var peer : peers) peer.close();
            }
        }
    }

    private static void start(Database database, long events, List<Peer> peers) throws Exception {
        var logs = Files.createDirectories(database.folder().resolve("peers"));
        var postmaster = Long.toString(database.postmaster());
        peers.add(PeerProcess.start("ours", logs, "replay-ours", database.url(), postmaster));
        var fill = new Fill(database.url());
        fill.log(events);
        fill.longStreams();
        Fill.axonTables(database.peersUrl(), events);
        try (var connection = DriverManager.getConnection(database.url())) {
            for (var table : Lines.TABLES) connection.createStatement().execute(table);
        }
        peers.add(PeerProcess.start("projection", logs, "replay-projection", database.url(), postmaster));
        peers.add(PeerProcess.start("cursor", logs, "replay-cursor", database.url(), postmaster));
        peers.add(PeerProcess.start("axon", logs, "replay-axon", database.peersUrl(), postmaster));
        peers.add(PeerProcess.start("load", logs, "load", database.url(), postmaster));
        peers.add(PeerProcess.start("load_snapshot", logs, "load-snapshot", database.url(), postmaster));
        peers.add(new PsqlCopy(database, fill.head()));
    }

    private static Result result(long events, Rounds reading, Rounds loading) {
        var result = new Result().figure("events", events);
        for (var peer : READERS)
            result.figure(peer + "_per_s", reading.median(peer, 1, Round::perSecond))
                    .figure(peer + "_app_us", reading.median(peer, 1, Round::appMicros))
                    .figure(peer + "_database_us", reading.median(peer, 1, Round::databaseMicros))
                    .figure(peer + "_live_heap_mb", reading.median(peer, 1, Round::heapMegabytes));
        for (var peer : LOADERS)
            result.figure(peer + "_1000_p50_ms", loading.median(peer, 1, Round::p50Millis))
                    .figure(peer + "_1000_p99_ms", loading.median(peer, 1, Round::p99Millis));
        var ours = reading.median("ours", 1, Round::perSecond);
        for (var peer : READERS)
            if (!peer.equals("ours") && !peer.equals("projection"))
                result.ratio(peer, ours / reading.median(peer, 1, Round::perSecond));
        return result.ratio("projection_of_reader", reading.median("projection", 1, Round::perSecond) / ours)
                .figure("foreign_percent", reading.foreign());
    }
}
