package dev.parley.benchmarks.promises;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** P5: nodes are killed in the middle of batches and commits, segments are split and stolen, all under load. */
final class AppliesOnce implements Promise {
    private static final List<String> SLOW_COMMITS = List.of("""
            create function slow_commit() returns trigger language plpgsql as $$
            begin perform pg_sleep(random() * 0.2); return null; end $$""", """
            create constraint trigger slow_commit after insert on seen deferrable initially deferred
            for each row when (new.position % 25 = 0) execute function slow_commit()""");

    private static final int SPLITS = 4;

    private static final String THEFT =
            "update processor_token set owner = null, claimed_at = '1970-01-01T00:00:00Z' where processor = 'view.tally'";

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public String words() {
        return "a view applies each event exactly once";
    }

    @Override
    public String sabotage() {
        return "positions committed in a transaction of their own";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var stage = new Stage(trial)) {
            var settings = Stream.of("parley.processors.segments=2", "parley.processors.claim-every=500ms");
            var all = (trial.sabotaged() ? Stream.concat(settings, Stream.of(Sabotages.TOKENS_APART)) : settings)
                    .toArray(String[]::new);
            var nodes = List.of(stage.node("node-1", all), stage.node("node-2", all));
            stage.cluster().run(SLOW_COMMITS.toArray(String[]::new));
            var kills = trial.size(100, 6);
            var killed = 0;
            var thefts = 0;
            var splits = 0;
            try (var _ = stage.load(nodes, 100, 6, 10)) {
                for (; killed < kills && trial.inTime(); killed++) {
                    trial.pause(Duration.ofMillis(500), Duration.ofSeconds(1));
                    stage.cluster().run(THEFT);
                    thefts++;
                    trial.pause(Duration.ofMillis(500), Duration.ofSeconds(1));
                    if (splits < SPLITS && split(nodes)) splits++;
                    trial.pause(Duration.ofMillis(200), Duration.ofSeconds(1));
                    var victim = nodes.get(trial.random().nextInt(nodes.size()));
                    victim.kill();
                    victim.restart();
                    if (killed % 10 == 9) trial.say((killed + 1) + " kills, " + stage.acked() + " acknowledged");
                }
            }
            return stage.check()
                    .mustReach(kills, "kills", killed)
                    .told("thefts", thefts)
                    .told("splits", splits);
        }
    }

    /**
     * Only the node that holds the segment can; so both are asked. Segments are not merged: Axon has the merged one begin where
     * the slower half stood, so the faster half's events come twice (AxonFramework #4808).
     */
    private static boolean split(List<Node> nodes) throws Exception {
        for (var node : nodes) if (node.ask("split", "0").equals("true")) return true;
        return false;
    }
}
