package dev.parley.benchmarks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;

/** From starting the process to the first 200, with the embedded database: on an empty home, and again on the same one. */
final class StartupBenchmark implements Benchmark {

    @Override
    public Result run(boolean quick) throws Exception {
        var result = new Result();
        var home = Files.createTempDirectory("parley-startup");
        try (var server = Server.start(home, Map.of())) {
            result.figure("first_start_ms", server.startup().toMillis());
            result.figure("first_start_cpu_ms", server.cpu().toMillis());
        }
        var again = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (var round = 0; round < (quick ? 1 : 5); round++)
            try (var server = Server.start(home, Map.of())) {
                again.add((double) server.startup().toMillis());
                cpu.add((double) server.cpu().toMillis());
            }
        Collections.sort(again);
        Collections.sort(cpu);
        return result.figure("next_start_median_ms", again.get(again.size() / 2))
                .figure("next_start_max_ms", again.getLast())
                .figure("next_start_cpu_median_ms", cpu.get(cpu.size() / 2));
    }
}
