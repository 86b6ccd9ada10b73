package dev.parley.infra.store.processing;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.Library;
import dev.parley.infra.library.LoanSaga;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SagaLettersTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private RunningStore store;

    @BeforeEach
    void start() {
        LoanSaga.knowsPoison = false;
        store = RunningStore.on(
                TestDatabase.fresh(), List.of("parley.processors.catch-up-every=1h"), Library.class, LoanSaga.class);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void an_event_that_a_saga_cannot_handle_stops_only_its_own_things() {
        send(draft(book("good"), "Good"));
        send(draft(book("bad"), "Bad"));
        send(revise(book("bad"), "Poison"));
        send(revise(book("bad"), "After"));
        send(revise(book("good"), "Better"));

        await().atMost(LONG).until(() -> states().contains("{\"titles\":[\"Good\",\"Better\"]}"));
        assertThat(states()).contains("{\"titles\":[\"Bad\"]}");
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void what_was_set_aside_is_handled_once_and_in_its_order_when_it_is_tried_again() {
        send(draft(book("bad"), "Bad"));
        send(revise(book("bad"), "Poison"));
        send(revise(book("bad"), "After"));
        await().atMost(LONG).until(() -> letters() == 2);
        LoanSaga.knowsPoison = true;

        // The catch-up of the start may hold it just now, or have done it.
        await().atMost(LONG).until(() -> store.the(Retries.class).retryAny("saga.loans") || letters() == 0);

        assertThat(letters()).isZero();
        assertThat(states()).containsExactly("{\"titles\":[\"Bad\",\"Poison\",\"After\"]}");
    }

    @Test
    void a_saga_that_cannot_be_read_stops_no_other() {
        send(draft(book("broken"), "Broken"));
        await().atMost(LONG).until(() -> states().size() == 1);
        store.sql()
                .sql("update saga set state = convert_to('{not json', 'UTF8')")
                .update();

        send(revise(book("broken"), "Lost"));
        send(draft(book("good"), "Good"));

        await().atMost(LONG).until(() -> states().contains("{\"titles\":[\"Good\"]}"));
        assertThat(letters()).isEqualTo(1);
    }

    private void send(Object command) {
        assertThat(store.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private List<String> states() {
        return store.sql()
                .sql("select convert_from(state, 'UTF8') from saga")
                .query(String.class)
                .list();
    }

    private long letters() {
        return store.sql()
                .sql("select count(*) from dead_letter where processing_group = 'saga.loans'")
                .query(Long.class)
                .single();
    }
}
