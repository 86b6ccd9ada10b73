package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

@OfEachEngine
class RacingConformanceTest {
    private static final int WRITERS = 8;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EngineUnderTest log;

    RacingConformanceTest(EngineUnderTest log) {
        this.log = log;
    }

    @Test
    void of_many_writers_on_one_stream_one_wins_each_place() throws Exception {
        var stream = newStream();
        var won = new AtomicInteger[20];
        for (var n = 0; n < won.length; n++) won[n] = new AtomicInteger();

        together(WRITERS, writer -> {
            for (var n = 0; n < won.length; n++) if (wins(stream, n, "writer " + writer)) won[n].incrementAndGet();
            return null;
        });

        assertThat(won).allSatisfy(winners -> assertThat(winners).hasValue(1));
        assertThat(log.titles(stream)).hasSize(won.length);
    }

    @Test
    void writers_on_streams_of_their_own_never_disturb_each_other() throws Exception {
        var before = log.head();

        var streams = together(WRITERS, _ -> {
            var stream = newStream();
            for (var n = 0; n < 25; n++) log.append(facts(stream, 2L * n, 2));
            return stream;
        });

        assertThat(log.after(before)).hasSize(WRITERS * 50);
        assertThat(streams)
                .allSatisfy(stream -> assertThat(log.titles(stream))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 50).mapToObj(n -> "" + n).toList()));
    }

    /** Whoever got his answer can rely on it; whoever got none may have been stored or not, and finds out. */
    @Test
    void what_was_acknowledged_is_stored_though_connections_are_cut() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> tried = ConcurrentHashMap.newKeySet();
        var stop = new AtomicBoolean();
        var cuts = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (var writer = 0; writer < WRITERS; writer++)
                writers.add(threads.submit(() -> {
                    while (!stop.get()) {
                        var stream = newStream();
                        tried.add(stream);
                        if (survives(stream)) acknowledged.add(stream);
                    }
                }));
            while (cuts.get() < 10) {
                var enough = acknowledged.size() + 20;
                await().atMost(LONG).until(() -> acknowledged.size() >= enough);
                log.cutConnections();
                cuts.incrementAndGet();
            }
            stop.set(true);
            for (var writer : writers) writer.get();
        }
        log.forgetConnections();

        var stored = log.admin()
                .sql("select " + log.streamColumn() + " from " + log.table())
                .query(String.class)
                .list();
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(tried).containsAll(stored.stream().filter(tried::contains).toList());
    }

    private boolean survives(String stream) {
        try {
            log.append(fact(stream, 0, "acknowledged"));
            return true;
        } catch (RuntimeException cut) {
            return false;
        }
    }

    private boolean wins(String stream, long sequence, String title) {
        try {
            log.append(fact(stream, sequence, title));
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException lost) {
            return false;
        }
    }

    private interface Work<T> {
        T as(int writer) throws Exception;
    }

    private static <T> List<T> together(int writers, Work<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, writers)
                    .<Callable<T>>mapToObj(writer -> () -> work.as(writer))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(tasks)) results.add(result.get());
            return results;
        }
    }
}
