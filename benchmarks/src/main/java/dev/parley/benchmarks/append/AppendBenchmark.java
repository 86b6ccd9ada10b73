package dev.parley.benchmarks.append;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.PeerProcess;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One command, one durable event: ours beside two frameworks and two limits, with 1 and with 32 commands in flight. */
public final class AppendBenchmark implements Benchmark {
    public static final List<String> PEERS = List.of("ours", "axon", "pekko", "pgbench", "group");
    private static final int MANY = 32;

    private final List<String> chosen;

    /** @param chosen some of {@link #PEERS} */
    public AppendBenchmark(List<String> chosen) {
        this.chosen = chosen;
    }

    @Override
    public Result run(boolean quick) throws Exception {
        try (var database = new Database()) {
            var peers = new ArrayList<Peer>();
            try {
                start(database, peers);
                var rounds = quick ? new Rounds(peers, 3, 0.5, 1.5) : new Rounds(peers, 9, 0.7, 3);
                rounds.heat(MANY, quick ? 10 : 30).run(MANY).run(1);
                rounds.print();
                return result(rounds);
            } finally {
                for (var peer : peers) peer.close();
            }
        }
    }

    private void start(Database database, List<Peer> peers) throws IOException {
        var logs = Files.createDirectories(database.folder().resolve("peers"));
        var postmaster = Long.toString(database.postmaster());
        try (var connection = DriverManager.getConnection(database.peersUrl())) {
            connection.createStatement().execute(BareGroup.TABLE);
        } catch (SQLException e) {
            throw new IOException("The peers' table cannot be made", e);
        }
        for (var peer : chosen)
            peers.add(
                    peer.equals("pgbench")
                            ? new Pgbench(database)
                            : PeerProcess.start(
                                    peer,
                                    logs,
                                    "append-" + peer,
                                    peer.equals("ours") ? database.url() : database.peersUrl(),
                                    postmaster));
    }

    private Result result(Rounds rounds) {
        var result = new Result();
        for (var clients : List.of(MANY, 1)) for (var peer : chosen) figures(result, rounds, peer, clients);
        result.figure("foreign_percent", rounds.foreign());
        if (!chosen.contains("ours")) return result;
        result.figure("ours_32_cpu_us", rounds.median("ours", MANY, Round::cpuMicros));
        for (var peer : chosen)
            if (!peer.equals("ours")) result.ratio(peer, ratio(rounds, peer, MANY, Round::perSecond));
        if (!chosen.contains("pgbench")) return result;
        return result.ratio("pgbench_p99", ratio(rounds, "pgbench", MANY, Round::p99Millis))
                .ratio("pgbench_1_p99", ratio(rounds, "pgbench", 1, Round::p99Millis));
    }

    private static void figures(Result result, Rounds rounds, String peer, int clients) {
        var prefix = peer + "_" + clients;
        result.figure(prefix + "_per_s", rounds.median(peer, clients, Round::perSecond))
                .figure(prefix + "_p50_ms", rounds.median(peer, clients, Round::p50Millis))
                .figure(prefix + "_p99_ms", rounds.median(peer, clients, Round::p99Millis))
                .figure(prefix + "_app_us", rounds.median(peer, clients, Round::appMicros))
                .figure(prefix + "_database_us", rounds.median(peer, clients, Round::databaseMicros));
    }

    private static double ratio(Rounds rounds, String other, int clients, ToDoubleFunction<Round> figure) {
        return rounds.median("ours", clients, figure) / rounds.median(other, clients, figure);
    }
}
