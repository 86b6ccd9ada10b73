package dev.parley.cli;

import dev.parley.MeetingSystem;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.RebuildRun;
import dev.parley.infra.store.rebuild.RebuildProgress;
import dev.parley.infra.store.rebuild.RebuildReport;
import dev.parley.infra.store.rebuild.Rebuilds;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the server that runs rebuild a view; where none runs, does it itself, on this home or beside others on a shared database. */
@Command(
        name = "rebuild",
        description = {
            "Builds a view anew from the log, compares it with the one there is, and puts it in its place.",
            "People go on reading the old one meanwhile. If a server answers at --url it does the work; otherwise it is done here, on"
                    + " PARLEY_HOME or PARLEY_DATABASE_URL."
        },
        mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "VIEW", description = "For instance agenda, leadboard, transcripts.")
    private String view = "";

    @Option(
            names = "--url",
            defaultValue = "http://localhost:${env:SERVER_PORT:-8080}",
            description = "The server (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--user",
            defaultValue = "admin@demo.test",
            description = "The demo identity that signs in there (default: ${DEFAULT-VALUE}).")
    private String user = "admin@demo.test";

    @Option(
            names = "--token",
            defaultValue = "${env:PARLEY_TOKEN:-}",
            description = "An admin's bearer token, where there are no demo identities (default: PARLEY_TOKEN).")
    private String token = "";

    @Parameters(index = "1..*", hidden = true)
    private List<String> settings = List.of();

    @Override
    public Integer call() throws Exception {
        return ParleyApi.isUp(url) ? there() : here();
    }

    private int there() throws Exception {
        System.out.println("asking the server at " + url);
        try (var api = token.isBlank() ? ParleyApi.signIn(url, user) : ParleyApi.with(url, token)) {
            return new RebuildRun(api, System.out).run(view) ? 0 : 1;
        }
    }

    private int here() {
        System.out.println("nothing runs at " + url + ": rebuilding here");
        var processor = view.startsWith("view.") ? view : "view." + view;
        var all = new ArrayList<>(settings);
        // Nobody should come in by this door; it is open only because the house is built with one.
        all.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--logging.level.dev.parley=warn"));
        try (var system = MeetingSystem.serve(all.toArray(String[]::new))) {
            print(system.getBean(Rebuilds.class).run(processor, Rebuild::print));
        }
        return 0;
    }

    private static void print(RebuildProgress progress) {
        if (progress.step() == RebuildProgress.Step.READING)
            System.out.printf("read %,d of %,d%n", progress.position(), progress.head());
    }

    private static void print(RebuildReport report) {
        for (var table : report.tables())
            System.out.printf(
                    "%-20s %,10d rows, before %,d; %,d new or changed, %,d gone or changed%n",
                    table.name(), table.rebuiltRows(), table.liveRows(), table.onlyRebuilt(), table.onlyLive());
        if (!report.samePosition())
            System.out.println("The view before was behind, so not every difference is a fault.");
        System.out.printf(
                "%s stands at position %,d, from %,d events%n", report.processor(), report.position(), report.events());
    }
}
