package dev.parley.cli;

import dev.parley.driver.InterviewRun;
import dev.parley.driver.Persona;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one interview with a persona in the lead's chair. */
@Command(
        name = "interview",
        description = "Schedules a meeting, answers as a lead, and waits for summary, score and mail.",
        mixinStandardHelpOptions = true)
final class Interview implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Option(
            names = "--persona",
            defaultValue = "eager",
            description =
                    "Who it is: eager, vague, hostile, terse, rambling, contradicting, switching (languages), hostile-2,"
                            + " injecting, silent, interrupting, correcting, dense (with numbers), offtopic, german, spanish or"
                            + " postponing (default: ${DEFAULT-VALUE}).")
    private String persona = "eager";

    @Option(
            names = "--speed",
            defaultValue = "4",
            description = "Times the pace of a person; 0 does not wait (default: ${DEFAULT-VALUE}).")
    private double speed = 4;

    @Override
    public Integer call() throws Exception {
        var lead = Persona.named(persona);
        return target.call(
                api -> new InterviewRun(api, lead, speed, System.out).run().complete() ? 0 : 1);
    }
}
