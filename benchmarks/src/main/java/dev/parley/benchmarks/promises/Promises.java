package dev.parley.benchmarks.promises;

import dev.parley.benchmarks.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code promises [P1 P2 …] [--quick] [--seed N] [--sabotage]}: tries each promise, then sabotages each and demands to see it. */
@Command(
        name = "promises",
        description = "Breaks processes, databases, clocks and networks, and counts which promises were not kept.",
        mixinStandardHelpOptions = true)
public final class Promises implements Callable<Integer> {
    private static final List<Promise> ALL = List.of(
            new SurvivesCrashes(),
            new FlushesBeforeAnswering(),
            new SkipsNothing(),
            new FreezesNobody(),
            new AppliesOnce(),
            new ReplaysQuietly(),
            new NeverOverwrites(),
            new NeverDoubles(),
            new ParksPoison());

    @Parameters(paramLabel = "PROMISE", description = "P1 to P8 and P13; all without it")
    private List<String> chosen = new ArrayList<>();

    @Option(names = "--quick", description = "A few faults of each kind.")
    private boolean quick;

    @Option(names = "--seed", description = "Chooses faults and their moments as an earlier run did.")
    private long seed = new Random().nextInt(1_000_000);

    @Option(names = "--sabotage", description = "Only the sabotaged runs.")
    private boolean onlySabotage;

    @Option(names = "--minutes", description = "When to begin no new fault; for each run.")
    private int minutes = 10;

    @Option(names = "--keep", description = "Leaves the folder with databases, ledgers and logs.")
    private boolean keep;

    private final Result result = new Result();
    private int unkept;
    private int sabotaged;
    private int detected;

    @Override
    public Integer call() throws Exception {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        System.out.println("seed " + seed);
        for (var promise : ALL) {
            if (!chosen.isEmpty() && !chosen.contains(promise.id())) continue;
            System.out.println(promise.id() + "  " + promise.words());
            if (!onlySabotage) keep(promise);
            sabotage(promise);
        }
        System.out.println("sabotages detected " + detected + " of " + sabotaged);
        result.figure("promises_broken", unkept)
                .figure("sabotages_detected", detected)
                .figure("sabotages", sabotaged)
                .figure("seed", seed)
                .print("promises");
        return unkept == 0 && detected == sabotaged ? 0 : 1;
    }

    private void keep(Promise promise) throws Exception {
        var verdict = attempt(promise, quick, false);
        if (!verdict.kept()) unkept++;
        var word = verdict.wasSkipped() ? "SKIPPED" : verdict.kept() ? "kept" : "BROKEN";
        System.out.println("  " + promise.id() + " " + word + ": " + verdict);
        verdict.figures()
                .forEach((name, value) ->
                        result.figure(promise.id().toLowerCase(Locale.ROOT) + "_" + name.replace(' ', '_'), value));
    }

    private void sabotage(Promise promise) throws Exception {
        var verdict = attempt(promise, true, true);
        if (verdict.wasSkipped()) {
            System.out.println("  " + promise.id() + " sabotage not run: " + verdict);
            return;
        }
        sabotaged++;
        if (!verdict.kept()) detected++;
        System.out.println("  " + promise.id() + " sabotage (" + promise.sabotage() + ") "
                + (verdict.kept() ? "NOT DETECTED: " : "detected: ") + verdict);
    }

    private Verdict attempt(Promise promise, boolean quickly, boolean sabotage) throws Exception {
        var folder = Files.createTempDirectory("parley-" + promise.id().toLowerCase(Locale.ROOT) + "-");
        var bound = Duration.ofMinutes(minutes);
        try {
            var verdict =
                    promise.attempt(new Trial(quickly, sabotage, new Random(seed), folder, bound, new AtomicLong()));
            if (!keep) delete(folder);
            return verdict;
        } finally {
            if (Files.exists(folder)) System.out.println("      kept " + folder);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stillInUse) {
            System.out.println("      left behind: " + folder);
        }
    }
}
