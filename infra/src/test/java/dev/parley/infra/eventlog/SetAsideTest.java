package dev.parley.infra.eventlog;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.OlderShapes;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.api.Upcast;
import dev.parley.api.Upcast.Shape;
import dev.parley.infra.library.Library;
import dev.parley.infra.library.LoanSaga;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one version cannot read waits with what follows for the same thing, until a version comes that can; all else goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SetAsideTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final List<String> QUIET =
            List.of("logging.level.dev.parley=off", "logging.level.org.axonframework=off");

    private final String database = TestDatabase.fresh();
    private @Nullable RunningStore running;

    /**
     * The next version, which knows what this one does not: a retitling, of old and of new, and a retirement. No configuration by
     * annotation, for then the scan of every store would find it.
     */
    static class NextVersion {
        private static final Shape RETITLED = new Shape("questionset.QuestionSetRetitled", "1");
        private static final Shape NAMED = new Shape("library.BookNamed", "1");
        private static final Shape BURNT = new Shape("questionset.QuestionSetBurnt", "1");
        private static final Shape REVISED = new Shape("questionset.QuestionSetRevised", "1");
        private static final Shape RETIRED = new Shape("questionset.QuestionSetRetired", "1");

        @Bean
        EventUpcaster next() {
            return new Upcasters(new OlderShapes(List.of(
                    new Upcast(RETITLED, REVISED, book -> book),
                    new Upcast(BURNT, RETIRED, book -> {
                        book.retain("questionSetId");
                        return book;
                    }),
                    new Upcast(NAMED, REVISED, book -> {
                        book.set("title", book.remove("name"));
                        return book.put("category", "unsorted");
                    }))));
        }
    }

    @BeforeEach
    void somebodyWritesBooks() {
        LoanSaga.knowsPoison = false;
        Shelf.knowsPoison = false;
        try (var library = RunningStore.on(database, Library.class)) {
            Shelf.create(library.the("ownerDataSource", DataSource.class));
            send(library, draft(book("one"), "One"));
            send(library, draft(book("other"), "Other"));
            send(library, revise(book("one"), "Retitled"));
            send(library, revise(book("other"), "Other again"));
            send(library, revise(book("one"), "One at last"));
        }
    }

    @AfterEach
    void stop() {
        if (running != null) running.close();
        Shelf.knowsPoison = false;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_event_of_a_type_that_nobody_knows_waits_with_what_follows_for_the_same_book(int parts) {
        alter(3, "event_type", "questionset.QuestionSetRetitled");

        var old = start("parley.processors.segments=" + parts);

        await().atMost(LONG).until(() -> title("other").equals("Other again") && letters("view.shelf") == 2);
        assertThat(title("one")).isEqualTo("One");
        assertThat(causes(old)).containsExactly("UnknownEventType");

        start("parley.processors.segments=" + parts, NextVersion.class);

        await().atMost(LONG).until(() -> letters("view.shelf") == 0);
        assertThat(title("one")).isEqualTo("One at last");
        assertThat(changes("one")).isEqualTo(2);
    }

    @Test
    void so_does_one_that_does_not_decode() {
        alter(3, "payload", "{\"title\": ".getBytes(StandardCharsets.UTF_8));

        var store = start("parley.processors.segments=2");

        await().atMost(LONG).until(() -> title("other").equals("Other again") && letters("view.shelf") == 2);
        assertThat(title("one")).isEqualTo("One");
        assertThat(causes(store)).containsExactly("UndecodableEvent");
    }

    @Test
    void a_saga_sets_it_aside_for_that_book_only_and_catches_up_in_order() {
        alter(3, "event_type", "questionset.QuestionSetRetitled");

        start("parley.processors.segments=1", LoanSaga.class);

        await().atMost(LONG).until(() -> letters("saga.loans") == 2 && sagas().contains("[\"Other\",\"Other again\"]"));
        assertThat(sagas()).contains("[\"One\"]");

        start("parley.processors.segments=1", LoanSaga.class, NextVersion.class);

        await().atMost(LONG).until(() -> letters("saga.loans") == 0);
        assertThat(sagas()).contains("[\"One\",\"Retitled\",\"One at last\"]");
    }

    /** Whether a view will care, only the version that knows the type can say; until then it waits rather than being passed over. */
    @Test
    void what_turns_out_to_be_none_of_a_view_s_business_is_forgotten_then() {
        alter(3, "event_type", "questionset.QuestionSetBurnt");

        start("parley.processors.segments=1");
        await().atMost(LONG).until(() -> letters("view.shelf") == 2);
        start("parley.processors.segments=1", NextVersion.class);

        await().atMost(LONG).until(() -> letters("view.shelf") == 0);
        assertThat(title("one")).isEqualTo("One at last");
        assertThat(changes("one")).isEqualTo(1);
    }

    @Test
    void a_letter_of_an_older_revision_is_read_in_today_s_when_it_is_tried_again() {
        alter(
                3,
                "payload",
                "{\"questionSetId\": \"%s\", \"title\": \"Poison\", \"category\": \"x\"}"
                        .formatted(book("one"))
                        .getBytes(StandardCharsets.UTF_8));
        start("parley.processors.segments=1");
        await().atMost(LONG).until(() -> letters("view.shelf") == 2);
        firstLetter("library.BookNamed", "1", "{\"questionSetId\": \"%s\", \"name\": \"As it was named then\"}");

        start("parley.processors.segments=1", NextVersion.class);

        await().atMost(LONG).until(() -> letters("view.shelf") == 0);
        assertThat(title("one")).isEqualTo("One at last");
        assertThat(changes("one")).isEqualTo(2);
    }

    @Test
    void a_letter_of_a_revision_that_nobody_knows_stays_and_keeps_none_of_the_others_waiting() {
        alter(3, "event_type", "questionset.QuestionSetRetitled");
        alter(4, "event_type", "questionset.QuestionSetRetitled");
        start("parley.processors.segments=1");
        await().atMost(LONG).until(() -> letters("view.shelf") == 3);
        firstLetter("questionset.QuestionSetRevised", "9", "{\"questionSetId\": \"%s\"}");

        var store = start("parley.processors.segments=1", NextVersion.class);

        await().atMost(LONG).until(() -> title("other").equals("Other again"));
        assertThat(letters("view.shelf")).isEqualTo(2);
        await().atMost(LONG).until(() -> causes(store).equals(List.of("UnknownEventRevision")));
    }

    @Test
    void nobody_decides_on_half_a_history() {
        alter(3, "event_type", "questionset.QuestionSetRetitled");
        alter(4, "payload", "{\"title\": ".getBytes(StandardCharsets.UTF_8));
        var store = start("parley.processors.segments=1");
        var before = head();

        for (var title : List.of("one", "other"))
            assertThat(store.the(CommandGateway.class).send(revise(book(title), "Decided")))
                    .failsWithin(20, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(RequestRefusal.HISTORY_UNREADABLE));
        assertThat(head()).isEqualTo(before);
    }

    private RunningStore start(String setting, Class<?>... more) {
        if (running != null) running.close();
        var parts = Stream.concat(Stream.of(Library.class, Shelf.class), Stream.of(more))
                .toArray(Class<?>[]::new);
        var settings = Stream.concat(QUIET.stream(), Stream.of(setting)).toList();
        running = RunningStore.on(database, settings, parts);
        return running;
    }

    private static void send(RunningStore store, Object command) {
        assertThat(store.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private void alter(long position, String column, Object value) {
        admin().sql("alter table parley.event_log disable trigger all").update();
        admin().sql("update parley.event_log set %s = ? where position = ?".formatted(column))
                .params(value, position)
                .update();
    }

    private void firstLetter(String type, String revision, String json) {
        var changed = admin().sql("""
                        update parley.dead_letter set event_type = ?, revision = ?, payload = ?
                        where sequence_id = ? and cause_type is not null""")
                .params(
                        type,
                        revision,
                        json.formatted(book("one")).getBytes(StandardCharsets.UTF_8),
                        book("one").toString())
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private JdbcClient admin() {
        return JdbcClient.create(StockEngine.superuser(database));
    }

    private String title(String book) {
        return admin().sql("select title from parley.shelf where id = ?")
                .param(book(book).toString())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private long changes(String book) {
        return admin().sql("select changes from parley.shelf where id = ?")
                .param(book(book).toString())
                .query(Long.class)
                .single();
    }

    private long letters(String group) {
        return admin().sql("select count(*) from parley.dead_letter where processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    private long head() {
        return admin().sql("select position from parley.event_log_head")
                .query(Long.class)
                .single();
    }

    private String sagas() {
        return String.join(
                " ",
                admin().sql("select convert_from(state, 'UTF8') from parley.saga")
                        .query(String.class)
                        .list());
    }

    /** By name, as the operations show them. */
    private static List<String> causes(RunningStore store) {
        return store
                .sql()
                .sql("select cause_type from dead_letter where cause_type is not null")
                .query(String.class)
                .list()
                .stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }
}
