package dev.parley.infra.store.bus;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.infra.library.Library;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandBusTest {

    @Test
    void two_nodes_that_race_for_a_stream_lose_nothing() {
        var url = TestDatabase.fresh();
        var popular = book("popular");
        try (var here = RunningStore.on(url, Library.class);
                var there = RunningStore.on(url, Library.class)) {
            assertThat(here.the(CommandGateway.class).send(draft(popular, "Popular")))
                    .succeedsWithin(20, TimeUnit.SECONDS);

            for (var round = 0; round < 20; round++) {
                var racing = Stream.of(here, there)
                        .map(node -> node.the(CommandGateway.class).send(revise(popular, "More popular")))
                        .toArray(CompletableFuture[]::new);
                assertThat(CompletableFuture.allOf(racing)).succeedsWithin(20, TimeUnit.SECONDS);
            }

            assertThat(here.the(EventStore.class).readEvents(popular.toString()).asStream())
                    .hasSize(41);
        }
    }

    @Test
    void what_cannot_wait_is_refused_at_once() {
        var bounded = new BoundedVirtualThreads("test", 1, 2);
        var release = new CountDownLatch(1);
        var done = IntStream.range(0, 3)
                .mapToObj(_ -> new CompletableFuture<Void>())
                .toList();

        for (var task : done) bounded.execute(() -> finish(task, release));

        assertThatThrownBy(() -> bounded.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        release.countDown();
        assertThat(CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)))
                .succeedsWithin(10, TimeUnit.SECONDS);
    }

    private static void finish(CompletableFuture<Void> task, CountDownLatch release) {
        try {
            task.complete(release.await(10, TimeUnit.SECONDS) ? null : null);
        } catch (InterruptedException e) {
            task.completeExceptionally(e);
        }
    }
}
