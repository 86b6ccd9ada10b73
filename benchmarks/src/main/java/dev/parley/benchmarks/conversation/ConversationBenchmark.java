package dev.parley.benchmarks.conversation;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import dev.parley.driver.ParleyApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * From a lead's last word to the interviewer's first: a typed answer sent over the WebSocket, until the speech that follows it is at the
 * browser of somebody else in the room. Whole stack, offline interviewer; one interview at a time, then fifty at once. What is
 * typed is complete, so no pause of endpointing is in it. The server is warm: fifty interviews come before.
 */
public final class ConversationBenchmark implements Benchmark {
    private static final int CROWD = 50;
    private static final double BUDGET_MS = 150;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public Result run(boolean quick) throws Exception {
        try (var database = new Database();
                var server =
                        Server.start(database.folder().resolve("home"), Map.of("PARLEY_DATABASE_URL", database.url()));
                var api = ParleyApi.signIn(server.url(), "sales@demo.test")) {
            var desk = new Desk(api);
            talk(desk, CROWD, 1);
            var alone = talk(desk, 1, quick ? 3 : 12);
            var cpu = server.cpu();
            var crowd = talk(desk, CROWD, quick ? 1 : 4);
            var perTurn = (double) server.cpu().minus(cpu).toMillis() / crowd.getTotalCount();
            var result = new Result()
                    .latencies("alone", alone)
                    .latencies("fifty", crowd)
                    .figure("fifty_longest_ms", crowd.getMaxValue() / 1e6)
                    .figure("fifty_turns", crowd.getTotalCount())
                    .figure("server_cpu_per_turn_ms", perTurn)
                    .ratio("budget_150_ms_p99", crowd.getValueAtPercentile(99) / 1e6 / BUDGET_MS);
            database.pgbench(1, quick ? 3 : 6)
                    .ifPresent(peer -> result.latencies("pgbench_1", peer.latencies())
                            .ratio(
                                    "pgbench_p50",
                                    (double) alone.getValueAtPercentile(50)
                                            / peer.latencies().getValueAtPercentile(50)));
            return result;
        }
    }

    /** Whole interviews; so many at once, so often one after the other. */
    private static Histogram talk(Desk desk, int atOnce, int waves) throws Exception {
        var waits = new ConcurrentHistogram(3);
        for (var wave = 0; wave < waves; wave++) {
            var running = new ArrayList<Future<?>>();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < atOnce; i++) {
                    var meeting = desk.startedMeeting();
                    running.add(people.submit(() -> new Interview(desk, meeting, waits).run()));
                }
                for (var interview : running) interview.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            }
        }
        return waits;
    }
}
