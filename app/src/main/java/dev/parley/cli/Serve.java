package dev.parley.cli;

import dev.parley.MeetingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts the server; the default. */
@Command(
        name = "serve",
        description =
                "Starts the server (the default). Further arguments are settings, for instance --server.port=9090.",
        mixinStandardHelpOptions = true)
final class Serve implements Runnable {
    @Parameters(arity = "0..*", hidden = true)
    private String[] settings = {};

    @Override
    public void run() {
        MeetingSystem.serve(settings);
    }
}
