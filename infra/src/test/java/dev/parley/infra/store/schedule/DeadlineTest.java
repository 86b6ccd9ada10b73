package dev.parley.infra.store.schedule;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.Library;
import dev.parley.infra.library.ReturnSaga;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void a_deadline_survives_a_restart_and_fires_once() {
        var url = TestDatabase.fresh();
        try (var before = RunningStore.on(url, Library.class, ReturnSaga.class)) {
            draftDueIn(before, "survivor", 2_000);
            await().atMost(LONG).until(() -> pending(before) == 1);
        }
        assertThat(ReturnSaga.returned).doesNotContain(book("survivor"));

        try (var after = RunningStore.on(url, Library.class, ReturnSaga.class)) {
            await().atMost(LONG).until(() -> pending(after) == 0);

            assertThat(ReturnSaga.returned).containsOnlyOnce(book("survivor"));
            assertThat(sagas(after)).isZero();
        }
    }

    @Test
    void two_nodes_fire_each_deadline_once() {
        var url = TestDatabase.fresh();
        try (var here = RunningStore.on(url, Library.class, ReturnSaga.class);
                var _ = RunningStore.on(url, Library.class, ReturnSaga.class)) {
            IntStream.range(0, 20).forEach(i -> draftDueIn(here, "shared " + i, 1_500));
            var books =
                    IntStream.range(0, 20).mapToObj(i -> book("shared " + i)).toList();
            await().atMost(LONG).until(() -> ReturnSaga.returned.containsAll(books) && sagas(here) == 0);

            assertThat(books).allSatisfy(book -> assertThat(ReturnSaga.returned).containsOnlyOnce(book));
        }
    }

    private static void draftDueIn(RunningStore store, String title, long millis) {
        assertThat(store.the(CommandGateway.class).send(draft(book(title), Long.toString(millis))))
                .succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static long pending(RunningStore store) {
        return countOf(store, "deadline");
    }

    private static long sagas(RunningStore store) {
        return countOf(store, "saga") + pending(store);
    }

    private static long countOf(RunningStore store, String table) {
        return store.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
