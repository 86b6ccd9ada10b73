package dev.parley.cli;

import dev.parley.driver.PlayRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a recorded meeting. */
@Command(
        name = "play",
        description = "Plays a transcript in the QMSum form through the room, one connection per speaker.",
        mixinStandardHelpOptions = true)
final class Play implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Parameters(paramLabel = "FILE", description = "JSON with meeting_transcripts: [{speaker, content}].")
    private Path file = Path.of("");

    @Option(
            names = "--speed",
            defaultValue = "0",
            description = "Times natural pace; 0 is as fast as it goes (default: ${DEFAULT-VALUE}).")
    private double speed = 0;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) throw new IOException("cannot read " + file);
        return target.call(api -> new PlayRun(api, speed, System.out).run(file).complete() ? 0 : 1);
    }
}
