package dev.parley.infra.store.processing;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.Library;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private String url;
    private RunningStore store;

    @BeforeEach
    void start() {
        Shelf.knowsPoison = false;
        Shelf.troubles = 0;
        url = TestDatabase.fresh();
        try (var migrated = RunningStore.on(url)) {
            Shelf.create(migrated.the("ownerDataSource", DataSource.class));
        }
        store = RunningStore.on(url, Library.class, Shelf.class);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void a_fact_that_breaks_a_statement_stops_only_its_own_stream() {
        send(draft(book("good"), "Good"));
        send(draft(book("bad"), "Poison"));
        send(revise(book("bad"), "Harmless"));
        send(revise(book("good"), "Better"));

        await().atMost(LONG).until(() -> titles().contains("Better"));
        assertThat(titles()).containsExactly("Better");
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void what_was_set_aside_is_caught_up_in_its_order_also_after_a_restart() {
        send(draft(book("bad"), "Poison"));
        send(revise(book("bad"), "Healed"));
        await().atMost(LONG).until(() -> letters() == 2);
        Shelf.knowsPoison = true;
        store.close();

        store = RunningStore.on(url, Library.class, Shelf.class);

        await().atMost(LONG).until(() -> letters() == 0);
        assertThat(titles()).containsExactly("Healed");
    }

    @Test
    void trouble_of_the_database_is_nobody_s_fault() {
        Shelf.troubles = 2;
        send(draft(book("innocent"), "Trouble"));

        await().atMost(LONG).until(() -> titles().contains("Trouble"));
        assertThat(letters()).isZero();
    }

    @Test
    void a_view_and_its_position_are_kept_together() {
        send(draft(book("counted"), "Counted"));
        for (var i = 0; i < 30; i++) send(revise(book("counted"), "Counted " + i));
        store.close();
        store = RunningStore.on(url, Library.class, Shelf.class);
        send(revise(book("counted"), "Last"));

        await().atMost(LONG).until(() -> titles().contains("Last"));
        assertThat(store.sql()
                        .sql("select changes from shelf")
                        .query(Integer.class)
                        .single())
                .isEqualTo(31);
    }

    @Test
    void every_group_is_pooled_and_starts_at_the_beginning() {
        var processor =
                store.the(EventProcessingConfiguration.class).eventProcessors().get("view.shelf");

        assertThat(processor).isInstanceOf(org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor.class);
    }

    private void send(Object command) {
        assertThat(store.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private List<String> titles() {
        return store.sql().sql("select title from shelf").query(String.class).list();
    }

    private long letters() {
        return store.sql()
                .sql("select count(*) from dead_letter where processing_group = 'view.shelf'")
                .query(Long.class)
                .single();
    }
}
