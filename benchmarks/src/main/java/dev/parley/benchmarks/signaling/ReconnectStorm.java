package dev.parley.benchmarks.signaling;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import java.nio.file.Files;

/** Five thousand lose their connection at once and all come back at once, each with a new ticket: how soon the last is in. */
public final class ReconnectStorm implements Benchmark {
    private static final int PEOPLE = 10;

    @Override
    public Result run(boolean quick) throws Exception {
        var many = quick ? 500 : 5_000;
        var logs = Files.createTempDirectory("signaling");
        try (var load = new Generator(logs);
                var server = RoomServer.start("parley", logs, logs)) {
            for (var times = quick ? 1 : 4; times > 0; times--) {
                load.hold(server, many / PEOPLE, PEOPLE);
                load.release(server);
            }
            var back = load.hold(server, many / PEOPLE, PEOPLE);
            return new Result()
                    .figure("all_back_s", many / back.perSecond())
                    .figure("joins_per_s", back.perSecond())
                    .figure("join_p50_ms", back.p50Millis())
                    .figure("join_p99_ms", back.p99Millis())
                    .figure("foreign_percent", back.foreign());
        }
    }
}
