package dev.parley.benchmarks.signaling;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.rounds.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

/** Ten thousand who do not read what they are told, beside two hundred who talk: what the two hundred notice of it. */
public final class SlowReaders implements Benchmark {
    private static final Talk HEALTHY = new Talk(true, 20, 10, 200, 500, 0);
    private static final int PEOPLE = 10;
    private static final int LINES = 200;

    @Override
    public Result run(boolean quick) throws Exception {
        var slow = quick ? 1_000 : 10_000;
        var logs = Files.createTempDirectory("signaling");
        var result = new Result();
        try (var load = new Generator(logs);
                var server = RoomServer.start("parley", logs, logs)) {
            load.talk(server, HEALTHY, 0, quick ? 3 : 15);
            var alone = median(server, load, quick);
            load.hold(server, slow / PEOPLE, PEOPLE);
            var before = server.memory();
            load.flood(server, LINES, PEOPLE);
            var beside = median(server, load, quick);
            result.figure("alone_p50_us", 1_000 * alone.p50Millis())
                    .figure("alone_p99_us", 1_000 * alone.p99Millis())
                    .figure("beside_p50_us", 1_000 * beside.p50Millis())
                    .figure("beside_p99_us", 1_000 * beside.p99Millis())
                    .figure(
                            "delivered_percent",
                            100 * beside.perSecond() / (HEALTHY.rate() * HEALTHY.deliveriesOfOne()))
                    .figure("kb_for_each_slow", (server.memory() - before) / (double) slow)
                    .figure("foreign_percent", beside.foreign());
            return result.ratio("alone_p50", beside.p50Millis() / alone.p50Millis());
        }
    }

    private static Round median(RoomServer server, Generator load, boolean quick) throws IOException {
        var rounds = new Round[quick ? 1 : 5];
        for (var n = 0; n < rounds.length; n++) rounds[n] = load.talk(server, HEALTHY, 0.5, quick ? 2 : 4);
        Arrays.sort(rounds, (one, other) -> Double.compare(one.p50Millis(), other.p50Millis()));
        return rounds[rounds.length / 2];
    }
}
