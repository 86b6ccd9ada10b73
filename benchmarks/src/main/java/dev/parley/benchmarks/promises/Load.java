package dev.parley.benchmarks.promises;

import dev.parley.benchmarks.promises.Ledger.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writers that keep the nodes busy and the ledger true. Half of what got no answer is sent again, with the same command id. */
final class Load implements AutoCloseable {
    private static final int REFUSED_OF_A_HUNDRED = 3;
    private static final int TRIES = 5;

    private final List<Node> nodes;
    private final Ledger ledger;
    private final List<String> books;
    private final long pauseMillis;
    private final List<Thread> writers = new ArrayList<>();
    private final AtomicLong acked = new AtomicLong();
    private volatile boolean stopped;
    private volatile long lastAck = System.nanoTime();
    private final AtomicLong longestSilence = new AtomicLong();

    Load(List<Node> nodes, Ledger ledger, List<String> books, int writers, long pauseMillis, Random random) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.books = books;
        this.pauseMillis = pauseMillis;
        for (var i = 0; i < writers; i++) {
            var own = new Random(random.nextLong());
            this.writers.add(Thread.ofPlatform().daemon().name("writer-" + i).start(() -> write(own)));
        }
    }

    /** New notebooks, to be written into. */
    static List<String> books(Node node, Ledger ledger, int number) throws IOException {
        var books = new ArrayList<String>();
        try (var line = node.line()) {
            for (var i = 0; i < number; i++) {
                var id = UUID.randomUUID();
                var book = UUID.randomUUID().toString();
                ledger.intend(id, "book " + i);
                ledger.answered(id, outcome(line.ask("draft", id.toString(), book, "book " + i)));
                books.add(book);
            }
        }
        return books;
    }

    long acked() {
        return acked.get();
    }

    /** The longest time in which nobody was answered with yes, until now. */
    long longestSilenceMillis() {
        return Math.max(longestSilence.get(), sinceLastAck()) / 1_000_000;
    }

    void forgetSilence() {
        lastAck = System.nanoTime();
        longestSilence.set(0);
    }

    private void write(Random random) {
        Map<Node, Node.Line> lines = new HashMap<>();
        while (!stopped) {
            var id = UUID.randomUUID();
            var words = (random.nextInt(100) < REFUSED_OF_A_HUNDRED ? Notebook.NO : "") + "note " + id;
            var book = books.get(random.nextInt(books.size()));
            ledger.intend(id, words);
            ledger.answered(id, send(lines, random, id, book, words));
            sleep(pauseMillis);
        }
        lines.values().forEach(Load::close);
    }

    private Outcome send(Map<Node, Node.Line> lines, Random random, UUID id, String book, String words) {
        var again = random.nextBoolean();
        var everUnknown = false;
        for (var attempt = 0; attempt < TRIES && !stopped; attempt++) {
            var answer = tell(lines, nodes.get(random.nextInt(nodes.size())), id, book, words);
            if (answer != null && answer.startsWith("acked")) return noted();
            if (answer != null && answer.startsWith("rejected")) break;
            everUnknown |= answer == null || answer.startsWith("unknown");
            if (!again) break;
            sleep(100L << attempt);
        }
        return everUnknown ? Outcome.UNKNOWN : Outcome.REJECTED;
    }

    private Outcome noted() {
        longestSilence.accumulateAndGet(sinceLastAck(), Math::max);
        lastAck = System.nanoTime();
        acked.incrementAndGet();
        return Outcome.ACKED;
    }

    private long sinceLastAck() {
        return System.nanoTime() - lastAck;
    }

    private static @Nullable String tell(Map<Node, Node.Line> lines, Node node, UUID id, String book, String words) {
        try {
            var line = lines.get(node);
            if (line == null) lines.put(node, line = node.line());
            return line.ask("revise", id.toString(), book, words);
        } catch (IOException broken) {
            var line = lines.remove(node);
            if (line != null) close(line);
            return null;
        }
    }

    /** What an answer means for the ledger; "unavailable" promises that nothing was stored. */
    static Outcome outcome(String answer) {
        return switch (answer.split("\t")[0]) {
            case "acked" -> Outcome.ACKED;
            case "rejected", "unavailable" -> Outcome.REJECTED;
            default -> Outcome.UNKNOWN;
        };
    }

    private static void close(Node.Line line) {
        try {
            line.close();
        } catch (IOException alreadyGone) {
            // As intended.
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until every writer has had its last answer. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (var writer : writers) writer.join(60_000);
    }
}
