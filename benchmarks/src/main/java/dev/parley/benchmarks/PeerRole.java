package dev.parley.benchmarks;

import dev.parley.benchmarks.append.BareGroup;
import dev.parley.benchmarks.append.Ours;
import dev.parley.benchmarks.append.Pekko;
import dev.parley.benchmarks.append.StockAxon;
import dev.parley.benchmarks.replay.AxonReplay;
import dev.parley.benchmarks.replay.Loads;
import dev.parley.benchmarks.replay.Readers;
import dev.parley.benchmarks.signaling.Gateway;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a benchmark starts in a process of its own. */
@Command(name = "peer", hidden = true)
final class PeerRole implements Callable<Integer> {
    @Parameters(index = "0")
    private String role = "";

    @Parameters(index = "1", description = "JDBC URL, or port")
    private String url = "";

    @Parameters(index = "2", description = "process id of the PostgreSQL server")
    private long postmaster;

    @Override
    public Integer call() throws Exception {
        switch (role) {
            case "append-ours" -> Ours.serve(url, postmaster);
            case "append-axon" -> StockAxon.serve(url, postmaster);
            case "append-pekko" -> Pekko.serve(url, postmaster);
            case "append-group" -> BareGroup.serve(url, postmaster);
            case "replay-ours" -> Readers.serveOurs(url, postmaster);
            case "replay-projection" -> Readers.serveProjection(url, postmaster);
            case "replay-cursor" -> Readers.serveCursor(url, postmaster);
            case "replay-axon" -> AxonReplay.serve(url, postmaster);
            case "signaling-gateway" -> Gateway.serve(Integer.parseInt(url));
            case "signaling-load" -> dev.parley.benchmarks.signaling.Load.serve();
            case "load" -> Loads.serve(url, postmaster, false);
            case "load-snapshot" -> Loads.serve(url, postmaster, true);
            default -> throw new IllegalArgumentException("there is no peer '" + role + "'");
        }
        return 0;
    }
}
