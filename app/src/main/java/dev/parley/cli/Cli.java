package dev.parley.cli;

import static java.util.Objects.requireNonNull;

import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code java -jar parley.jar VERB}: serves when no verb is given. */
@Command(
        name = "parley",
        description = "AI-led meetings with leads.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        subcommands = {Serve.class, Interview.class, Play.class, Rebuild.class, Conformance.class, Doctor.class})
public final class Cli implements Runnable {

    /** Whether these arguments name a verb or an option of ours; otherwise they are settings for the server. */
    public static boolean understands(String[] arguments) {
        if (arguments.length == 0) return false;
        var first = arguments[0];
        return line().getSubcommands().containsKey(first)
                || first.equals("--help")
                || first.equals("-h")
                || first.equals("--version")
                || first.equals("-V")
                || !first.startsWith("-");
    }

    /** @return 0 done, 1 failed, 2 wrong usage */
    public static int run(String... arguments) {
        return line().setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(command.getCommandName() + ": " + sentence(failure));
                    return 1;
                })
                .execute(arguments);
    }

    /** What a server does not know as an option of its verb is a setting. */
    static CommandLine line() {
        var line = new CommandLine(new Cli());
        requireNonNull(line.getSubcommands().get("serve")).setUnmatchedOptionsArePositionalParams(true);
        return line;
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    /** A server that cannot start says why at the end of a long chain. */
    private static String sentence(Throwable failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        var message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"parley " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
