package dev.parley.cli;

import dev.parley.driver.conformance.ConformanceRun;
import dev.parley.driver.conformance.Script;
import dev.parley.driver.conformance.Scripts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a server against the scripts of the signaling protocol. */
@Command(
        name = "conformance",
        description = {
            "Plays the scripts of the signaling protocol (docs/protocol.md) with a server: frames in, frames out.",
            "Prints one line for each; ends with 1 if the server keeps not to all of them. It arranges meetings of its own there."
        },
        mixinStandardHelpOptions = true)
final class Conformance implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Parameters(arity = "0..*", paramLabel = "SCRIPT", description = "Which to play (default: all).")
    private List<String> names = List.of();

    @Option(names = "--scripts", description = "A folder of scripts (default: those that came with this jar).")
    private @Nullable Path folder;

    @Option(names = "--signal", description = "Where the WebSocket is, if not where tickets say, for instance a proxy.")
    private @Nullable URI signal;

    @Option(names = "--development", description = "Also plays what only a server in development knows.")
    private boolean development;

    @Option(
            names = "--relay-only",
            description =
                    "Plays what needs an organisation whose people connect through relays only, and nothing else.")
    private boolean relayOnly;

    @Option(
            names = "--within",
            defaultValue = "10",
            description = "Seconds to wait for what is expected (default: ${DEFAULT-VALUE}).")
    private int within = 10;

    @Option(
            names = "--at-once",
            defaultValue = "6",
            description = "Scripts played at a time (default: ${DEFAULT-VALUE}).")
    private int atOnce = 6;

    @Override
    public Integer call() throws Exception {
        var scripts = scripts();
        return target.call(api -> {
            try (var run = new ConformanceRun(api, Optional.ofNullable(signal), Duration.ofSeconds(within))) {
                return run.run(scripts, development, relayOnly, atOnce, System.out) ? 0 : 1;
            }
        });
    }

    private List<Script> scripts() throws IOException {
        var all = folder == null ? Scripts.shipped() : Scripts.in(folder);
        var wanted = all.stream()
                .filter(script -> names.isEmpty() || names.contains(script.name()))
                .toList();
        if (wanted.isEmpty()) throw new IOException("there is no script called " + String.join(" or ", names));
        return wanted;
    }
}
