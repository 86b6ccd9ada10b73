package dev.parley.infra.store.processing;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static dev.parley.infra.library.RunningShelf.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.RunningShelf;
import dev.parley.infra.library.Shelf;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {
    private RunningShelf shelf;

    @BeforeEach
    void start() {
        Shelf.knowsPoison = false;
        Shelf.troubles = 0;
        shelf = RunningShelf.start();
    }

    @AfterEach
    void stop() {
        shelf.close();
    }

    @Test
    void a_fact_that_breaks_a_statement_stops_only_its_own_stream() {
        shelf.send(draft(book("good"), "Good"));
        shelf.send(draft(book("bad"), "Poison"));
        shelf.send(revise(book("bad"), "Harmless"));
        shelf.send(revise(book("good"), "Better"));

        await().atMost(LONG).until(() -> shelf.titles().contains("Better"));
        assertThat(shelf.titles()).containsExactly("Better");
        assertThat(shelf.letters()).isEqualTo(2);
    }

    @Test
    void what_was_set_aside_is_caught_up_in_its_order_also_after_a_restart() {
        shelf.send(draft(book("bad"), "Poison"));
        shelf.send(revise(book("bad"), "Healed"));
        await().atMost(LONG).until(() -> shelf.letters() == 2);
        Shelf.knowsPoison = true;

        shelf.restart();

        await().atMost(LONG).until(() -> shelf.letters() == 0);
        assertThat(shelf.titles()).containsExactly("Healed");
    }

    @Test
    void trouble_of_the_database_is_nobody_s_fault() {
        Shelf.troubles = 2;
        shelf.send(draft(book("innocent"), "Trouble"));

        await().atMost(LONG).until(() -> shelf.titles().contains("Trouble"));
        assertThat(shelf.letters()).isZero();
    }

    @Test
    void a_view_and_its_position_are_kept_together() {
        shelf.send(draft(book("counted"), "Counted"));
        for (var i = 0; i < 30; i++) shelf.send(revise(book("counted"), "Counted " + i));
        shelf.restart();
        shelf.send(revise(book("counted"), "Last"));

        await().atMost(LONG).until(() -> shelf.titles().contains("Last"));
        assertThat(shelf.sql()
                        .sql("select changes from shelf")
                        .query(Integer.class)
                        .single())
                .isEqualTo(31);
    }

    @Test
    void every_group_is_pooled_and_starts_at_the_beginning() {
        var processor =
                shelf.the(EventProcessingConfiguration.class).eventProcessors().get("view.shelf");

        assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
    }
}
