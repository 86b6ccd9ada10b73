package dev.parley.infra.store.processing;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Samples;
import dev.parley.infra.library.Library;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantLieTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void an_event_that_names_another_tenant_than_its_row_is_set_aside_and_the_others_go_on() {
        var url = TestDatabase.fresh();
        try (var store = RunningStore.on(url, Library.class)) {
            var owner = JdbcClient.create(store.the("ownerDataSource", DataSource.class));
            Shelf.create(store.the("ownerDataSource", DataSource.class));
            send(store, draft(book("forged"), "Forged"));
            send(store, revise(book("forged"), "Behind it"));
            send(store, draft(book("honest"), "Honest"));
            owner.sql("alter table parley.event_log disable trigger append_only")
                    .update();
            owner.sql("update parley.event_log set tenant_id = ? where position = 1")
                    .param(Samples.elsewhere.value())
                    .update();
        }

        try (var store = RunningStore.on(url, Library.class, Shelf.class)) {
            await().atMost(LONG).until(() -> titles(store).contains("Honest"));
            assertThat(titles(store)).containsExactly("Honest");
            assertThat(store.sql()
                            .sql("select cause_message from dead_letter where cause_message is not null")
                            .query(String.class)
                            .single())
                    .contains("says that it belongs to");
            assertThat(store.sql()
                            .sql("select count(*) from dead_letter")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    private static void send(RunningStore store, Object command) {
        assertThat(store.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static List<String> titles(RunningStore store) {
        return store.sql().sql("select title from shelf").query(String.class).list();
    }
}
