package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Readers that stay: what is appended on any node reaches them, in order and once, and soon. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TailTest {
    /** So small that a reader falls behind what is remembered, and reads pages. */
    private static final String[] SHORT_MEMORY = {"parley.log.remembered=16", "parley.log.page=50"};

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<EngineUnderTest> nodes = new ArrayList<>();
    private final String database = TestDatabase.fresh();

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        for (var node : nodes) node.close();
    }

    @Test
    void everything_is_read_once_and_in_order_while_two_nodes_append() throws Exception {
        var reader = node(SHORT_MEMORY);
        var other = node();
        var events = 2 * 20 * 10;
        try (var stream = open(reader, reader.head())) {
            for (var node : List.of(reader, other))
                threads.submit(() -> {
                    for (var n = 0; n < 20; n++) node.append(facts(newStream(), 0, 10));
                    return null;
                });
            assertThat(read(stream, events))
                    .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
        }
    }

    @Test
    void who_begins_far_behind_reads_everything_up_to_the_end() throws Exception {
        var reader = node(SHORT_MEMORY);
        for (var n = 0; n < 20; n++) reader.append(facts(newStream(), 0, 10));

        try (var stream = open(reader, null)) {
            reader.append(facts(newStream(), 0, 1));
            assertThat(read(stream, 201))
                    .isEqualTo(LongStream.rangeClosed(1, 201).boxed().toList());
            assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    /** Nobody looks for an hour: what arrives has been announced. */
    @Test
    void news_of_another_node_arrive_without_looking() throws Exception {
        var reader = node("parley.log.look-every=1h");
        var other = node("parley.log.look-every=1h");
        await().until(() -> connected(reader, "log-news-listener") == 2);
        var called = new CountDownLatch(1);
        try (var stream = open(reader, reader.head())) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();

            other.append(facts(newStream(), 0, 1));

            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(read(stream, 1)).containsExactly(1L);
        }
    }

    /** The hint is a convenience; without it the log is looked at now and then. */
    @Test
    void what_was_never_announced_is_found_by_looking() throws Exception {
        var reader = node("parley.log.look-every=200ms");
        var writer = node();
        reader.admin()
                .sql("revoke execute on function pg_notify(text, text) from public")
                .update();
        try (var stream = open(reader, reader.head())) {
            writer.append(facts(newStream(), 0, 2));

            assertThat(read(stream, 2)).containsExactly(1L, 2L);
        }
    }

    @Test
    void who_waits_is_woken_and_who_waits_in_vain_is_told() throws Exception {
        var node = node();
        try (var stream = open(node, node.head())) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            var waits = threads.submit(() -> stream.hasNextAvailable(60, TimeUnit.SECONDS));

            node.append(facts(newStream(), 0, 1));

            assertThat(waits.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).isPresent();
            assertThat(read(stream, 1)).containsExactly(1L);
            assertThat(stream.peek()).isEmpty();
        }
    }

    private EngineUnderTest node(String... settings) {
        var store = RunningStore.on(database, EngineUnderTest.quietly(settings));
        var node = EngineUnderTest.ours(database, store);
        nodes.add(node);
        return node;
    }

    private static BlockingStream<TrackedEventMessage<?>> open(EngineUnderTest node, @Nullable TrackingToken token) {
        return ((RunningStore) node.end()).the(EventStore.class).openStream(token);
    }

    private static long connected(EngineUnderTest node, String purpose) {
        return node.admin()
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and application_name like ?")
                .param("%" + purpose)
                .query(Long.class)
                .single();
    }

    private List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int events) throws Exception {
        Callable<List<Long>> reading = () -> {
            var positions = new ArrayList<Long>();
            while (positions.size() < events)
                positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            return positions;
        };
        return threads.submit(reading).get(30, TimeUnit.SECONDS);
    }
}
