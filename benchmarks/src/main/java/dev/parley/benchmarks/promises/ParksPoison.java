package dev.parley.benchmarks.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** P13: one notebook of many cannot be digested; the rest goes on, through a kill and a takeover, and the one catches up in order. */
final class ParksPoison implements Promise {
    private static final String HEALTHY_BUT_UNSEEN = """
            select count(*) from event_log e where stream <> '%s' and not exists (
                select from seen s where s.processor = 'view.tally' and s.position = e.position)""";

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public String words() {
        return "a poison event stops only its own sequence, and the sequence is caught up in its order";
    }

    @Override
    public String sabotage() {
        return "a sequence's identity differs per process";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var stage = new Stage(trial)) {
            var settings = trial.sabotaged() ? new String[] {Sabotages.SEQUENCES_PER_PROCESS} : new String[0];
            var nodes = List.of(stage.node("node-1", settings), stage.node("node-2", settings));
            var books = new ArrayList<>(Load.books(nodes.getFirst(), stage.ledger(), trial.size(1_000, 100)));
            var ill = books.getFirst();
            stage.send(nodes.getFirst(), "revise", ill, Tally.POISON + " 1");
            var delayed = reviseAll(stage, nodes.getFirst(), books, ill);
            nodes.getFirst().kill();
            delayed += reviseAll(stage, nodes.getLast(), books, ill);
            nodes.getFirst().restart();
            nodes.getLast().kill();
            delayed += reviseAll(stage, nodes.getFirst(), books, ill);
            var letters = stage.cluster().number("select count(*) from dead_letter");
            stage.cluster().run("insert into mended values (true, '" + UUID.randomUUID() + "')");
            nodes.getLast().restart();
            retry(stage, nodes);
            return stage.check()
                    .mustReach(4, "letters", letters)
                    .mustBe(0, "letters left", stage.cluster().number("select count(*) from dead_letter"))
                    .mustBe(0, "others delayed", delayed);
        }
    }

    /** How many events of other notebooks had not been seen half a minute later. */
    private static long reviseAll(Stage stage, Node node, List<String> books, String ill) throws Exception {
        for (var book : books) stage.send(node, "revise", book, "page " + UUID.randomUUID());
        var unseen = -1L;
        for (var i = 0; i < 60 && unseen != 0; i++) {
            Thread.sleep(500);
            unseen = stage.cluster().number(HEALTHY_BUT_UNSEEN.formatted(ill));
        }
        return unseen;
    }

    private static void retry(Stage stage, List<Node> nodes) throws Exception {
        for (var i = 0; i < 40 && stage.cluster().number("select count(*) from dead_letter") > 0; i++) {
            for (var node : nodes) node.ask("retry");
            Thread.sleep(500);
        }
    }
}
