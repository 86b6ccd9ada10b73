package dev.parley.cli;

import dev.parley.MeetingSystem;
import dev.parley.infra.store.rebuild.RebuildProgress;
import dev.parley.infra.store.rebuild.RebuildReport;
import dev.parley.infra.store.rebuild.Rebuilds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Rebuilds a view while no server runs on this home, or on a node of its own beside others that share the database. A running
 * server does the same when it is asked over HTTP.
 */
@Command(
        name = "rebuild",
        description = "Builds a view anew from the log, compares it with the one there is, and puts it in its place.",
        mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "VIEW", description = "For instance agenda, leadboard, transcripts.")
    private String view = "";

    @Parameters(index = "1..*", hidden = true)
    private List<String> settings = List.of();

    @Override
    public Integer call() {
        var processor = view.startsWith("view.") ? view : "view." + view;
        var all = new ArrayList<>(settings);
        // Nobody should come in by this door; it is open only because the house is built with one.
        all.addAll(List.of("--server.address=127.0.0.1", "--server.port=0"));
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
                    "%-20s %,10d rows, before %,d; %s%n",
                    table.name(),
                    table.rebuiltRows(),
                    table.liveRows(),
                    table.same()
                            ? "the same"
                            : "%,d new or changed, %,d gone or changed"
                                    .formatted(table.onlyRebuilt(), table.onlyLive()));
        if (!report.samePosition())
            System.out.println("The view before was behind, so not every difference is a fault.");
        System.out.printf(
                "%s stands at position %,d, from %,d events%n", report.processor(), report.position(), report.events());
    }
}
