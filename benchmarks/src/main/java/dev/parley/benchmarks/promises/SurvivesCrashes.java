package dev.parley.benchmarks.promises;

import java.time.Duration;
import java.util.List;

/** P1: kill -9 of nodes and of all of PostgreSQL's processes, at random moments, under load. */
final class SurvivesCrashes implements Promise {
    private static final String ANSWER_BEFORE_FLUSH = """
            create function answer_before_flush() returns trigger language plpgsql as $$
            begin perform set_config('synchronous_commit', 'off', true); return null; end $$""";

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public String words() {
        return "an acknowledged command survives a crash of the application or the database";
    }

    @Override
    public String sabotage() {
        return "synchronous_commit=off";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var stage = new Stage(trial)) {
            var nodes = List.of(stage.node("node-1"), stage.node("node-2"));
            if (trial.sabotaged())
                stage.cluster()
                        .run(
                                ANSWER_BEFORE_FLUSH,
                                "create trigger answer_before_flush before insert on event_log"
                                        + " for each statement execute function answer_before_flush()");
            var kills = trial.size(60, 6);
            var wanted = trial.size(20_000, 500);
            var done = 0;
            try (var load = stage.load(nodes, 100, 8, trial.size(8, 2))) {
                for (; trial.inTime() && (done < kills || load.acked() < wanted); done++) {
                    trial.pause(Duration.ofMillis(500), Duration.ofMillis(2_500));
                    if (done >= kills) continue;
                    if (done % 2 == 0) killDatabase(stage);
                    else killNode(trial, nodes);
                    if (done % 10 == 9) trial.say((done + 1) + " kills, " + load.acked() + " acknowledged");
                }
            }
            return stage.check()
                    .mustReach(kills / 2, "kills of PostgreSQL", Math.min(done, kills) - Math.min(done, kills) / 2)
                    .mustReach(kills / 2, "kills of a node", Math.min(done, kills) / 2)
                    .mustReach(wanted, "acknowledged under load", stage.acked());
        }
    }

    private static void killDatabase(Stage stage) throws Exception {
        stage.cluster().kill();
        stage.cluster().restart();
    }

    private static void killNode(Trial trial, List<Node> nodes) throws Exception {
        var victim = nodes.get(trial.random().nextInt(nodes.size()));
        victim.kill();
        victim.restart();
    }
}
