package dev.parley.benchmarks;

import dev.parley.driver.ParleyApi;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;

/** ScheduleMeeting over HTTP, with 1 and with 32 clients, beside a plain pgbench insert on the same database server. */
final class ScheduleBenchmark implements Benchmark {
    private final AtomicInteger slots = new AtomicInteger();

    @Override
    public Result run(boolean quick) throws Exception {
        var seconds = quick ? 6 : 20;
        var result = new Result();
        try (var database = new Database();
                var server =
                        Server.start(database.folder().resolve("home"), Map.of("PARLEY_DATABASE_URL", database.url()));
                var api = ParleyApi.signIn(server.url(), "sales@demo.test")) {
            var leadId = api.post("/leads", Map.of("name", "Lena Load", "email", "lena@load.test"))
                    .path("leadId")
                    .asString();
            measure(api, leadId, 8, quick ? 4 : 10); // warm-up
            for (var clients : List.of(1, 32)) {
                var ours = measure(api, leadId, clients, seconds);
                result.figure("schedule_" + clients + "_per_s", ours.perSecond())
                        .latencies("schedule_" + clients, ours.latencies());
                database.pgbench(clients, Math.max(3, seconds / 3))
                        .ifPresent(peer -> result.figure("pgbench_" + clients + "_per_s", peer.perSecond())
                                .latencies("pgbench_" + clients, peer.latencies())
                                .ratio("pgbench_" + clients, ours.perSecond() / peer.perSecond()));
            }
        }
        return result;
    }

    private Database.Rate measure(ParleyApi api, String leadId, int clients, int seconds) throws Exception {
        var latencies = new ConcurrentHistogram(3);
        var done = new AtomicInteger();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var client = 0; client < clients; client++)
                running.add(pool.submit(() -> {
                    while (System.nanoTime() < until) {
                        var begun = System.nanoTime();
                        api.post("/meetings", meeting(leadId));
                        latencies.recordValue(System.nanoTime() - begun);
                        done.incrementAndGet();
                    }
                    return null;
                }));
            for (var client : running) client.get();
        }
        return new Database.Rate((double) done.get() / seconds, latencies);
    }

    /** Each in a slot of its own, so that nothing is refused. */
    private Map<String, Object> meeting(String leadId) {
        var start =
                LocalDateTime.now().plusDays(2).truncatedTo(ChronoUnit.DAYS).plusMinutes(5L * slots.incrementAndGet());
        return Map.of(
                "title",
                "Load",
                "leadId",
                leadId,
                "localStart",
                start.toString(),
                "zone",
                "UTC",
                "durationMinutes",
                5,
                "interviewer",
                "human",
                "reminders",
                List.of());
    }
}
