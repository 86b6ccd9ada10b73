package dev.parley.benchmarks.promises;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** P3: clocks that disagree by a minute, slow commits, rollbacks, processors that stop and go on; and every event is seen. */
final class SkipsNothing implements Promise {
    private static final List<String> TROUBLE = List.of("""
            create function trouble() returns trigger language plpgsql as $$
            begin
                if random() < 0.05 then perform pg_sleep(random() * 2); end if;
                if random() < 0.1 then raise exception 'a test rolls this back' using errcode = '53400'; end if;
                return null;
            end $$""", """
            create constraint trigger trouble after insert on event_log deferrable initially deferred
            for each row when (new.position % 4 = 0) execute function trouble()""");

    private static final String STOCK_APPEND = """
            insert into event_log
            select nextval('stock_position'), gen_random_uuid()::text, 0, stream_type, gen_random_uuid()::text, event_type,
                revision, clock_timestamp(), tenant_id, gen_random_uuid(), 0, correlation_id, payload, metadata, hash
            from event_log where position = 1""";

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public String words() {
        return "no committed event is skipped by any processor, whatever the order of commits and the clocks";
    }

    @Override
    public String sabotage() {
        return "positions from a sequence, without the lock";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var stage = new Stage(trial)) {
            var nodes = List.of(
                    skewed(stage, "on-time", "0s"), skewed(stage, "early", "61s"), skewed(stage, "late", "-61s"));
            return trial.sabotaged() ? stockAppends(trial, stage, nodes) : ownAppends(trial, stage, nodes);
        }
    }

    private static Verdict ownAppends(Trial trial, Stage stage, List<Node> nodes) throws Exception {
        var wanted = trial.size(50_000, 2_000);
        var restarts = 0;
        stage.cluster().run(TROUBLE.toArray(String[]::new));
        try (var load = stage.load(nodes, 200, 16, 0)) {
            while (load.acked() < wanted && trial.inTime()) {
                Thread.sleep(Duration.ofSeconds(trial.size(20, 5)));
                nodes.get(restarts++ % nodes.size()).ask("restart");
                trial.say(load.acked() + " acknowledged");
            }
        }
        var verdict = stage.check();
        var strict = stage.node("refused", "promises.clock-offset=61s");
        var answer = stage.send(strict, "draft", UUID.randomUUID().toString(), "from the future");
        return verdict.mustReach(wanted, "acknowledged under load", stage.acked())
                .told("restarts of processors", restarts)
                .mustBe(1, "refused for its clock", answer.contains("CLOCK_IS_OFF") ? 1 : 0);
    }

    /** What Axon's own engine does: the order of positions is not the order of commits. */
    private static Verdict stockAppends(Trial trial, Stage stage, List<Node> nodes) throws Exception {
        stage.send(nodes.getFirst(), "draft", UUID.randomUUID().toString(), "book");
        stage.cluster().run("create sequence stock_position start 2");
        var writers = new ArrayList<Thread>();
        for (var i = 0; i < 6; i++) writers.add(Thread.ofPlatform().start(() -> append(stage.cluster(), 60)));
        for (var writer : writers) writer.join();
        return Checker.checkSkipped(stage.cluster());
    }

    private static void append(Cluster cluster, int events) {
        try (var connection = cluster.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var i = 0; i < events; i++) {
                statement.execute(STOCK_APPEND);
                statement.execute("select pg_sleep(random() * 0.2)");
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The log refuses clocks that are off, so these nodes are told to bear it. */
    private static Node skewed(Stage stage, String name, String offset) throws Exception {
        return stage.node(
                name, "promises.clock-offset=" + offset, "parley.log.clock-tolerance=5m", "parley.log.look-every=50ms");
    }
}
