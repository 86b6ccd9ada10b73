package dev.parley.benchmarks;

import dev.parley.benchmarks.promises.Promises;
import dev.parley.benchmarks.promises.PromisesNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code java -jar benchmarks.jar NAME [--quick]}: a table, and as the last line one JSON object. */
@Command(
        name = "benchmarks",
        description = "Runs one benchmark: schedule, captions or startup; or checks the promises.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
    private static final Map<String, Benchmark> ALL = Map.of(
            "schedule",
            new ScheduleBenchmark(),
            "captions",
            new CaptionsBenchmark(),
            "startup",
            new StartupBenchmark());

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "schedule, captions or startup")
    private String name = "";

    @Option(names = "--quick", description = "Ends within a minute.")
    private boolean quick;

    public static void main(String[] arguments) {
        var line =
                new CommandLine(new Benchmarks()).addSubcommand(new Promises()).addSubcommand(new PromisesNode());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("benchmarks: " + failure.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var benchmark = ALL.get(name);
        if (benchmark == null)
            throw new IllegalArgumentException(
                    "there is no benchmark '" + name + "'; try one of " + List.copyOf(ALL.keySet()));
        benchmark.run(quick).print(name);
        return 0;
    }

    /** One question about speed. */
    interface Benchmark {
        Result run(boolean quick) throws Exception;
    }
}
