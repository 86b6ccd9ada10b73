package dev.parley.benchmarks;

import dev.parley.benchmarks.analysis.AnalysisBenchmark;
import dev.parley.benchmarks.append.AppendBenchmark;
import dev.parley.benchmarks.booking.ContentionBenchmark;
import dev.parley.benchmarks.booking.SlotsBenchmark;
import dev.parley.benchmarks.conversation.ConversationBenchmark;
import dev.parley.benchmarks.itip.ItipBenchmark;
import dev.parley.benchmarks.promises.Promises;
import dev.parley.benchmarks.promises.PromisesNode;
import dev.parley.benchmarks.reminders.RemindersBenchmark;
import dev.parley.benchmarks.replay.GrowBenchmark;
import dev.parley.benchmarks.replay.ReplayBenchmark;
import dev.parley.benchmarks.signaling.ReconnectStorm;
import dev.parley.benchmarks.signaling.SignalingBenchmark;
import dev.parley.benchmarks.signaling.SlowReaders;
import dev.parley.benchmarks.turns.TurnsBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code java -jar benchmarks.jar NAME [--quick]}: a table, and as the last line one JSON object. */
@Command(
        name = "benchmarks",
        description =
                "Runs one benchmark: append, replay, grow, schedule, slots, contention, reminders, captions, conversation, startup, signaling, slow, storm, itip, turns or analysis; or checks the promises.",
        subcommands = PeerRole.class,
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description =
                    "append, replay, grow, schedule, slots, contention, reminders, captions, conversation, startup, signaling, slow, storm, itip, turns or analysis")
    private String name = "";

    @Option(names = "--quick", description = "Ends within a minute.")
    private boolean quick;

    @Option(names = "--peers", split = ",", description = "append, signaling: only some of the peers")
    private List<String> peers = List.of();

    @Option(
            names = "--talks",
            split = ",",
            description = "signaling: only some kinds of talk, for instance peer2k,idle")
    private List<String> talks = List.of();

    @Option(names = "--events", description = "replay: how many the log holds")
    private long events;

    @Option(names = "--sizes", split = ",", description = "grow: events in the log, from few to many")
    private List<Long> sizes = List.of();

    @Option(
            names = "--recordings",
            split = ",",
            description = "turns: what floors were told, instead of made-up speakers")
    private List<Path> recordings = List.of();

    @Option(
            names = "--meetings",
            split = ",",
            description = "analysis: transcripts as QMSum has them, instead of personas")
    private List<Path> meetings = List.of();

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
        benchmark().run(quick).print(name);
        return 0;
    }

    private Benchmark benchmark() {
        return switch (name) {
            case "append" -> new AppendBenchmark(peers.isEmpty() ? AppendBenchmark.PEERS : peers);
            case "replay" -> new ReplayBenchmark(events);
            case "grow" -> new GrowBenchmark(sizes);
            case "schedule" -> new ScheduleBenchmark();
            case "captions" -> new CaptionsBenchmark();
            case "conversation" -> new ConversationBenchmark();
            case "startup" -> new StartupBenchmark();
            case "slots" -> new SlotsBenchmark();
            case "contention" -> new ContentionBenchmark();
            case "reminders" -> new RemindersBenchmark();
            case "signaling" -> new SignalingBenchmark(peers, talks);
            case "slow" -> new SlowReaders();
            case "storm" -> new ReconnectStorm();
            case "itip" -> new ItipBenchmark();
            case "analysis" -> new AnalysisBenchmark(meetings);
            case "turns" -> new TurnsBenchmark(recordings);
            default -> throw new IllegalArgumentException("there is no benchmark '" + name + "'; --help tells all");
        };
    }
}
