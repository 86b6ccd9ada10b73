package dev.parley.benchmarks.signaling;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames to a room and to one peer: our whole stack beside the servers that people would use instead, each on one core. Deliveries
 * a second with so much under way, latency at a given rate, memory of a connection in which nobody talks.
 */
public final class SignalingBenchmark implements Benchmark {
    private static final String OURS = "parley";
    private static final int IDLE = 10_000;
    private static final String IDLING = "idle";
    private static final List<Talk> TALKS = List.of(
            new Talk(true, 20, 10, 200, 0, 4),
            new Talk(true, 20, 10, 2_048, 0, 4),
            new Talk(false, 20, 10, 200, 0, 16),
            new Talk(false, 20, 10, 2_048, 0, 16),
            new Talk(true, 4, 50, 200, 0, 4),
            new Talk(true, 20, 10, 200, 500, 0),
            new Talk(false, 20, 10, 200, 2_000, 0));

    private final Map<Talk, Rounds> measured = new LinkedHashMap<>();
    private final List<String> chosen;
    private final List<String> talks;

    /** @param chosen some of ours and {@link NodePeers#ALL}; all if empty; @param talks names of some talks, and {@code idle}; all if empty */
    public SignalingBenchmark(List<String> chosen, List<String> talks) {
        this.talks = talks;
        this.chosen = new ArrayList<>(chosen);
        if (!chosen.isEmpty()) return;
        this.chosen.add(OURS);
        this.chosen.addAll(NodePeers.ALL);
    }

    @Override
    public Result run(boolean quick) throws Exception {
        var folder = NodePeers.install();
        var servers = new ArrayList<RoomServer>();
        try (var load = new Generator(folder)) {
            for (var name : chosen) servers.add(RoomServer.start(name, folder, folder));
            for (var talk : talks(quick)) measure(talk, servers, load, quick);
            var result = result();
            if (talks.contains(IDLING) || !quick && talks.isEmpty()) idle(result, load, folder);
            return result;
        } finally {
            for (var server : servers) server.close();
        }
    }

    private List<Talk> talks(boolean quick) {
        if (talks.isEmpty()) return quick ? TALKS.subList(0, 4) : TALKS;
        return TALKS.stream().filter(talk -> talks.contains(talk.name())).toList();
    }

    private void measure(Talk talk, List<RoomServer> servers, Generator load, boolean quick)
            throws IOException, InterruptedException {
        var speakers =
                servers.stream().map(server -> new Speaker(server, load, talk)).toList();
        var rounds = quick ? new Rounds(speakers, 1, 0.3, 1) : new Rounds(speakers, 3, 0.7, 2);
        rounds.heat(talk.people(), heat(quick)).run(talk.people());
        System.out.println("\n" + talk.name() + " (database µs: the server's CPU for each delivery)");
        rounds.print();
        measured.put(talk, rounds);
    }

    /** A compiler that shares the one core with what it compiles takes long; what later talks say is mostly compiled already. */
    private double heat(boolean quick) {
        if (quick) return measured.isEmpty() ? 6 : 2;
        return measured.isEmpty() ? 20 : 6;
    }

    /** One server in one kind of talk. */
    private record Speaker(RoomServer server, Generator load, Talk talk) implements Peer {
        @Override
        public String name() {
            return server.dialect();
        }

        @Override
        public Round run(int clients, double warm, double seconds) throws IOException {
            return load.talk(server, talk, warm, seconds);
        }

        @Override
        public void close() {}
    }

    private Result result() {
        var result = new Result();
        measured.forEach((talk, rounds) -> figures(result, talk, rounds));
        measured.forEach((talk, rounds) -> ratios(result, talk, rounds));
        result.figure(
                "foreign_percent",
                measured.values().stream().mapToDouble(Rounds::foreign).max().orElse(0));
        return result;
    }

    private void figures(Result result, Talk talk, Rounds rounds) {
        for (var name : chosen) {
            var prefix = name + "_" + talk.name();
            if (talk.rate() == 0)
                result.figure(prefix + "_per_s", rounds.median(name, talk.people(), Round::perSecond));
            else {
                result.figure(prefix + "_p50_us", 1_000 * rounds.median(name, talk.people(), Round::p50Millis));
                result.figure(prefix + "_p99_us", 1_000 * rounds.median(name, talk.people(), Round::p99Millis));
            }
            result.figure(prefix + "_cpu_us", rounds.median(name, talk.people(), Round::databaseMicros));
        }
    }

    private void ratios(Result result, Talk talk, Rounds rounds) {
        if (!chosen.contains(OURS)) return;
        for (var name : chosen) {
            if (name.equals(OURS)) continue;
            result.ratio(
                    name + "_" + talk.name() + (talk.rate() > 0 ? "_p50" : ""),
                    talk.rate() > 0
                            ? ratio(rounds, talk, name, Round::p50Millis)
                            : ratio(rounds, talk, name, Round::perSecond));
        }
    }

    private static double ratio(
            Rounds rounds, Talk talk, String peer, java.util.function.ToDoubleFunction<Round> figure) {
        return rounds.median(OURS, talk.people(), figure) / rounds.median(peer, talk.people(), figure);
    }

    /** Each server anew, so that what earlier talks have left behind is not counted, warmed up by a short talk. */
    private void idle(Result result, Generator load, Path folder) throws Exception {
        for (var name : chosen)
            try (var server = RoomServer.start(name, folder, folder)) {
                load.talk(server, TALKS.getFirst(), 0, 5);
                var before = server.memory();
                load.hold(server, IDLE / 10, 10);
                Thread.sleep(5_000);
                result.figure(name + "_idle_kb", (server.memory() - before) / (double) IDLE);
                load.release(server);
            }
    }
}
