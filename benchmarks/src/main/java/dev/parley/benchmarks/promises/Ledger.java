package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What was asked and what was answered, written down outside everything that is killed: the intent before, the outcome after. */
final class Ledger implements AutoCloseable {
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final PrintWriter file;

    Ledger(Path folder) throws IOException {
        file = new PrintWriter(Files.newBufferedWriter(folder.resolve("ledger.txt"), StandardCharsets.UTF_8), true);
    }

    enum Outcome {
        ACKED,
        REJECTED,
        /** No answer, or one that leaves open what happened; also what was never answered. */
        UNKNOWN
    }

    /** @param words what the event must say */
    record Entry(String words, Outcome outcome, long answeredAtMillis) {}

    void intend(UUID command, String words) {
        file.println("intend " + command + " " + words);
        entries.put(command, new Entry(words, Outcome.UNKNOWN, 0));
    }

    void answered(UUID command, Outcome outcome) {
        var now = System.currentTimeMillis();
        file.println(outcome + " " + command + " " + now);
        entries.computeIfPresent(command, (_, entry) -> new Entry(entry.words(), outcome, now));
    }

    Map<UUID, Entry> entries() {
        return entries;
    }

    long count(Outcome outcome) {
        return entries.values().stream()
                .filter(entry -> entry.outcome() == outcome)
                .count();
    }

    @Override
    public void close() {
        file.close();
    }
}
