package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database, some nodes and a ledger, for one trial. */
final class Stage implements AutoCloseable {
    private final Trial trial;
    private final Cluster cluster;
    private final Ledger ledger;
    private final List<Node> nodes = new ArrayList<>();
    private @Nullable Load load;

    Stage(Trial trial, String... databaseSettings) throws Exception {
        this.trial = trial;
        this.cluster = new Cluster(trial.folder(), databaseSettings);
        this.ledger = new Ledger(trial.folder());
    }

    Cluster cluster() {
        return cluster;
    }

    Ledger ledger() {
        return ledger;
    }

    Node node(String name, String... settings) throws Exception {
        return node(name, cluster.url(), Map.of(), settings);
    }

    /** The first one migrates the database; then the views of the harness are added. */
    Node node(String name, String url, Map<String, String> environment, String... settings) throws Exception {
        var node = Node.start(name, url, trial.folder(), environment, settings);
        if (nodes.isEmpty()) cluster.run(Tally.TABLES.toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    /** A command of the harness's own, noted in the ledger. */
    String send(Node to, String verb, String book, String words) {
        var id = UUID.randomUUID();
        ledger.intend(id, words);
        try {
            var answer = to.ask(verb, id.toString(), book, words);
            ledger.answered(id, Load.outcome(answer));
            return answer;
        } catch (IOException noAnswer) {
            return "unknown\t" + noAnswer;
        }
    }

    /** Begins to write into so many new notebooks. */
    Load load(List<Node> to, int books, int writers, long pauseMillis) throws IOException {
        var begun =
                new Load(to, ledger, Load.books(to.getFirst(), ledger, books), writers, pauseMillis, trial.random());
        load = begun;
        return begun;
    }

    long acked() {
        return load == null ? 0 : load.acked();
    }

    Verdict check() throws Exception {
        return Checker.check(cluster, ledger);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        cluster.close();
        ledger.close();
    }
}
