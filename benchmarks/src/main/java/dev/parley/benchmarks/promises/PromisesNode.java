package dev.parley.benchmarks.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** What the harness starts and kills: a node with the real store, one aggregate and two views. Ends when its parent does. */
@Command(name = "promises-node", hidden = true)
public final class PromisesNode implements Callable<Integer> {
    @Option(names = "--port", required = true)
    private int port;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        var store = NodeParts.start(settings);
        NodeServer.listen(port, store);
        while (System.in.read() >= 0) continue;
        return 0;
    }
}
