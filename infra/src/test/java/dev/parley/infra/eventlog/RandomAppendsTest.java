package dev.parley.infra.eventlog;

import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Writers on two nodes append what is right, stale, too early, repeated or broken, while connections are cut and answers lost;
 * afterwards the log must be explained by what they were told. {@code -Dparley.seed=n} begins with the case that failed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomAppendsTest {
    private static final int CASES = 250;
    private static final int WRITERS = 3;

    private static Wire wire;
    private static EngineUnderTest one;
    private static EngineUnderTest other;

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        wire = new Wire(database);
        one = EngineUnderTest.ours(
                database, RunningStore.on(wire.url(), EngineUnderTest.quietly("parley.log.answer-within=20s")));
        other = EngineUnderTest.oursOn(database, "parley.log.answer-within=20s");
    }

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
        wire.close();
    }

    @Test
    void whatever_happens_the_log_is_what_the_writers_were_told(TestReporter reporter) throws Exception {
        var first = Long.getLong("parley.seed", System.nanoTime());
        reporter.publishEntry("first seed", "" + first);
        var rows = new ArrayList<LogRow>();
        for (var seed = first; seed < first + CASES; seed++) {
            var before = one.head().position().orElseThrow();
            var told = play(new Random(seed));
            rows.addAll(WholeLog.after(before, one.superuser()));
            new ToldAndStored(seed, told, rows, before).mustAgree();
        }
        WholeLog.of(one.superuser()).mustBeSound();
    }

    private static List<Told> play(Random random) throws Exception {
        var streams = List.of(Facts.newStream(), Facts.newStream(), Facts.newStream());
        var writers = new ArrayList<Future<List<Told>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < WRITERS; writer++) {
                var node = random.nextBoolean() ? one : other;
                var plan = new RandomPlan(new Random(random.nextLong()), streams, node);
                writers.add(threads.submit(() -> plan.carryOut(6)));
            }
            for (var accidents = random.nextInt(3); accidents > 0; accidents--) accident(random);
        }
        var told = new ArrayList<Told>();
        for (var writer : writers) told.addAll(writer.get());
        return told;
    }

    private static void accident(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> one.cutAppender();
            case 1 -> wire.swallowAnswerTo("COMMIT");
            case 2 -> wire.swallowAnswerTo("statement_timestamp()");
            default -> wire.swallowAnswerTo("with before as");
        }
    }

    /**
     * One append, and what its writer heard.
     *
     * @param before how far the log was when he asked, for certain
     * @param after how far it was when he heard, at most
     * @param position that he was told; 0 if none
     */
    record Told(
            List<DomainEventMessage<?>> events,
            long before,
            long after,
            long position,
            RandomPlan.Kind kind,
            @Nullable RuntimeException refusal) {
        @Override
        public String toString() {
            var places = events.stream()
                    .map(event -> event.getAggregateIdentifier() + "#" + event.getSequenceNumber())
                    .toList();
            return "%s %s, asked at %d, heard at %d: %s"
                    .formatted(kind, places, before, after, refusal == null ? "stored at " + position : refusal);
        }
    }
}
