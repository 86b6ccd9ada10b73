package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

/** P2: as many flushes as answers, and no answer between a failed flush and the end of the recovery from it. */
final class FlushesBeforeAnswering implements Promise {
    private static final int COMMANDS = 100;

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public String words() {
        return "a command is acknowledged after its event was flushed to the disk";
    }

    @Override
    public String sabotage() {
        return "fsync=off";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        if (Machine.program("strace").isEmpty()) return Verdict.skipped("strace is not installed");
        try (var stage = trial.sabotaged() ? new Stage(trial, "fsync=off") : new Stage(trial)) {
            var node = stage.node("node", "promises.views=false");
            var book = UUID.randomUUID().toString();
            stage.send(node, "draft", book, "book");
            var flushes = flushesOf(trial, stage, node, book);
            if (trial.sabotaged()) return flushes;
            var rounds = trial.size(50, 3);
            var failed = 0;
            var early = 0L;
            for (var round = 0; round < rounds && trial.inTime(); round++) {
                var answered = answeredAfterFailure(trial, stage, node, book, 1 + round % 7);
                if (answered >= 0) failed++;
                early += Math.max(0, answered);
            }
            var verdict = Checker.checkLog(stage.cluster(), stage.ledger());
            flushes.figures().forEach((name, value) -> verdict.mustReach(COMMANDS, name, value));
            return verdict.mustReach(rounds, "failed flushes", failed)
                    .mustBe(0, "acknowledged between failure and recovery", early);
        }
    }

    private static Verdict flushesOf(Trial trial, Stage stage, Node node, String book) throws Exception {
        try (var strace = new Strace(trial.folder(), 0, writersOfTheLog(stage.cluster()))) {
            for (var i = 0; i < COMMANDS; i++) stage.send(node, "revise", book, "page " + i);
            strace.close();
            return new Verdict().mustReach(COMMANDS, "flushes for " + COMMANDS + " commands", strace.flushes());
        }
    }

    /** Only these flush for an append: its own backend, or the WAL writer before it. */
    private static long[] writersOfTheLog(Cluster cluster) throws Exception {
        return new long[] {
            cluster.number("select pid from pg_stat_activity where application_name = 'parley-appender'"),
            cluster.number("select pid from pg_stat_activity where backend_type = 'walwriter'")
        };
    }

    /** How many answers came too early; −1 if no flush failed. */
    private static long answeredAfterFailure(Trial trial, Stage stage, Node node, String book, int flush)
            throws Exception {
        var lines = Files.readAllLines(stage.cluster().log()).size();
        var from = System.currentTimeMillis();
        try (var strace = new Strace(trial.folder(), flush, writersOfTheLog(stage.cluster()))) {
            while (strace.failedAtMillis() == 0 && System.currentTimeMillis() < from + 20_000)
                stage.send(node, "revise", book, "page " + UUID.randomUUID());
            var failed = strace.failedAtMillis();
            if (failed == 0) return -1;
            var recovered = recoveredAtMillis(stage.cluster(), lines);
            while (!stage.send(node, "revise", book, "on " + UUID.randomUUID()).equals("acked") && trial.inTime())
                Thread.sleep(50);
            return stage.ledger().entries().values().stream()
                    .filter(entry -> entry.outcome() == Ledger.Outcome.ACKED)
                    .filter(entry -> entry.answeredAtMillis() > failed && entry.answeredAtMillis() < recovered)
                    .count();
        }
    }

    private static long recoveredAtMillis(Cluster cluster, int after) throws IOException, InterruptedException {
        for (var i = 0; i < 600; i++) {
            for (var line :
                    Files.readAllLines(cluster.log()).stream().skip(after).toList())
                if (line.contains("ready to accept connections"))
                    return (long) (Double.parseDouble(line.split(" ")[0]) * 1_000);
            Thread.sleep(100);
        }
        throw new IOException("PostgreSQL did not recover; see " + cluster.log());
    }
}
