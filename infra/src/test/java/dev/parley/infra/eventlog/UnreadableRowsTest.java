package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Samples;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rows that should not be there: what a view makes of them that comes upon them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadableRowsTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    /** Axon may drop what it has read but not handled when it comes upon the row; that is handled later, not skipped. */
    private static final List<List<String>> FIRST_AT_MOST = List.of(List.of(), List.of("First"));

    private String database;
    private EngineUnderTest log;

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        log = EngineUnderTest.oursOn(database);
        Shelf.create(log.superuser());
        for (var title : List.of("First", "Second", "Third")) append(title);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
    }

    /** It may mean anything, also for what comes later; whoever knows it goes on where this version stopped. */
    @Test
    void a_shape_that_this_version_does_not_know_stops_the_view() {
        alter("revision", "2");
        try (var older = RunningStore.on(database, EngineUnderTest.quietly(), Shelf.class)) {
            await().atMost(LONG).until(() -> hasBegun(older));
            append("Fourth");
            await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> FIRST_AT_MOST.contains(titles(older)));
            assertThat(letters(older)).isZero();
        }
        alter("revision", "1");

        try (var newer = RunningStore.on(database, EngineUnderTest.quietly(), Shelf.class)) {
            await().atMost(LONG).until(() -> titles(newer).size() == 4);
            assertThat(titles(newer)).containsExactly("First", "Second", "Third", "Fourth");
        }
    }

    @Test
    void content_that_does_not_decode_is_set_aside_and_the_others_go_on() {
        alter("payload", "{\"title\": ".getBytes(StandardCharsets.UTF_8));
        try (var store = RunningStore.on(database, EngineUnderTest.quietly(), Shelf.class)) {
            await().atMost(LONG).until(() -> titles(store).size() == 2);

            assertThat(titles(store)).containsExactly("First", "Third");
            assertThat(letters(store)).isEqualTo(1);
        }
    }

    private void append(String title) {
        var id = new QuestionSetId(UUID.randomUUID());
        log.append(new GenericDomainEventMessage<>(
                "Book",
                id.toString(),
                0,
                new QuestionSetDrafted(id, Samples.demo, title, "general", List.of()),
                envelope(),
                UUID.randomUUID().toString(),
                now()));
    }

    private void alter(String column, Object value) {
        log.tamper("update parley.event_log set %s = ? where position = 2".formatted(column), value);
    }

    /** It claims its part for a moment only: what it meets makes it let go again. */
    private static boolean hasBegun(RunningStore store) {
        return store.sql()
                        .sql("select count(*) from processor_token where processor = 'view.shelf'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static List<String> titles(RunningStore store) {
        return store.sql()
                .sql("select shelf.title from shelf join event_log on stream = id order by position")
                .query(String.class)
                .list();
    }

    private static long letters(RunningStore store) {
        return store.sql()
                .sql("select count(*) from dead_letter")
                .query(Long.class)
                .single();
    }
}
