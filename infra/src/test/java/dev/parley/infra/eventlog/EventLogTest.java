package dev.parley.infra.eventlog;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.retire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Envelope;
import dev.parley.api.Samples;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.infra.library.Library;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLogTest {
    private static RunningStore store;
    private static CommandGateway commands;

    @BeforeAll
    static void start() {
        store = RunningStore.start(Library.class);
        commands = store.the(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void keeps_events_under_stable_names_with_their_revision() {
        send(draft(book("named"), "Named"));

        var row = rowOf(book("named"), 0);

        assertThat(row.type()).isEqualTo("questionset.QuestionSetDrafted");
        assertThat(row.revision()).isEqualTo("1");
        assertThat(row.payload()).contains("\"title\":\"Named\"").doesNotContain("dev.parley");
    }

    @Test
    void keeps_the_envelope_in_the_metadata_and_in_columns() {
        send(draft(book("enveloped"), "Enveloped"));

        var row = rowOf(book("enveloped"), 0);
        var metadata = events(book("enveloped")).getFirst();

        assertThat(row.tenant()).isEqualTo(Samples.demo.toString());
        assertThat(row.command()).isEqualTo(row.correlation()).isEqualTo(metadata.get(Envelope.COMMAND_ID));
        assertThat(metadata)
                .containsEntry(Envelope.TENANT_ID, Samples.demo.toString())
                .containsEntry(Envelope.ACTOR_ID, "alice")
                .containsEntry(Envelope.ACTOR_NAME, "Alice Seller")
                .containsEntry(Envelope.ACTOR_TYPE, "user")
                .containsKeys(Envelope.CAUSATION_ID, Envelope.APP_VERSION);
    }

    @Test
    void gives_back_what_it_was_given() {
        send(draft(book("read back"), "Read back"));

        var read = store.the(EventStore.class)
                .readEvents(book("read back").toString())
                .next();
        var written = rowOf(book("read back"), 0);

        assertThat(read.getPayload())
                .isEqualTo(new QuestionSetDrafted(book("read back"), Samples.demo, "Read back", "general", List.of()));
        assertThat(read.getTimestamp()).isEqualTo(written.at());
    }

    @Test
    void says_how_far_it_was_after_the_commit() {
        var before = head();

        var result = send(draft(book("positioned"), "Positioned"));

        assertThat((long) result.get(Envelope.POSITION))
                .isGreaterThan(before)
                .isGreaterThanOrEqualTo(rowOf(book("positioned"), 0).position());
    }

    @Test
    void lets_nobody_change_what_happened() {
        send(draft(book("final"), "Final"));

        for (var attempt :
                List.of("update event_log set payload = ''", "delete from event_log", "truncate event_log")) {
            assertThatThrownBy(() -> store.sql().sql(attempt).update())
                    .rootCause()
                    .hasMessageContaining("permission denied for table event_log");
            assertThatThrownBy(() -> asOwner(attempt)).hasMessageContaining("the event log is append only");
        }
    }

    @Test
    void refuses_the_second_of_two_facts_for_one_place() {
        var stream = book("contested");
        send(draft(stream, "Contested"));
        append(stream, 1);

        assertThatThrownBy(() -> append(stream, 1)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(stream, 0)).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void refuses_an_event_without_a_tenant() {
        var homeless = new GenericDomainEventMessage<>("Book", "homeless", 0, new QuestionSetRetired(book("homeless")));

        assertThatThrownBy(() -> engine().appendEvents(homeless)).hasMessageContaining("has no tenant");
    }

    /** Whoever appends holds the head until the commit; without that a reader would pass over the slower of two. */
    @Test
    void positions_become_visible_in_their_own_order() throws Exception {
        try (var slow = store.the(DataSource.class).getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("select from event_log_head for update");

            var quick = commands.send(draft(book("quick"), "Quick"));
            await().until(() -> store.sql()
                            .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                            .query(Long.class)
                            .single()
                    == 1);
            assertThat(quick).isNotDone();

            slow.commit();
            assertThat(quick).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_frozen_writer_cannot_freeze_the_others() throws Exception {
        try (var impatient = RunningStore.on(
                TestDatabase.fresh(),
                List.of("parley.database.idle-in-transaction-timeout=1s", "parley.log.lock-timeout=4s"),
                Library.class)) {
            var connection = impatient.the(DataSource.class).getConnection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("select from event_log_head for update");

            assertThat(impatient.the(CommandGateway.class).send(draft(book("patient"), "Patient")))
                    .succeedsWithin(15, TimeUnit.SECONDS);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nothing_is_kept_as_a_large_object() {
        send(draft(book("plain"), "Plain"));
        send(retire(book("plain")));

        assertThat(store.sql()
                        .sql("select count(*) from pg_largeobject_metadata")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static MetaData send(Object command) {
        var result = new CompletableFuture<MetaData>();
        commands.send(command, (_, answer) -> {
            if (answer.isExceptional()) result.completeExceptionally(answer.exceptionResult());
            else result.complete(answer.getMetaData());
        });
        assertThat(result).succeedsWithin(30, TimeUnit.SECONDS);
        return result.resultNow();
    }

    private static void append(QuestionSetId stream, long sequence) {
        engine().appendEvents(new GenericDomainEventMessage<>(
                "Book",
                stream.toString(),
                sequence,
                new QuestionSetRetired(stream),
                MetaData.with(Envelope.TENANT_ID, Samples.demo.toString())));
    }

    private static EventStorageEngine engine() {
        return store.the(EventStorageEngine.class);
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(store.the(PlatformTransactionManager.class)).executeWithoutResult(_ -> work.run());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection = store.the("ownerDataSource", DataSource.class).getConnection();
                var sql = connection.createStatement()) {
            sql.execute(
                    "set role parley_owner; set search_path = parley; alter table event_log no force row level security");
            try {
                sql.execute(statement);
            } finally {
                sql.execute("alter table event_log force row level security");
            }
        }
    }

    private static long head() {
        var head = engine().createHeadToken();
        return head == null ? 0 : head.position().orElseThrow();
    }

    private static List<MetaData> events(Object stream) {
        return store.the(EventStore.class)
                .readEvents(stream.toString())
                .asStream()
                .<MetaData>map(event -> event.getMetaData())
                .toList();
    }

    private static long countOf(Object stream) {
        return store.sql()
                .sql("select count(*) from event_log where stream = ?")
                .param(stream.toString())
                .query(Long.class)
                .single();
    }

    private static Row rowOf(Object stream, long sequence) {
        return store.sql()
                .sql("""
                        select position, event_type as type, revision, convert_from(payload, 'UTF8') as payload,
                            tenant_id::text as tenant, command_id::text as command, correlation_id as correlation, recorded_at as at
                        from event_log where stream = ? and sequence = ?""")
                .params(stream.toString(), sequence)
                .query((row, _) -> new Row(
                        row.getLong("position"),
                        row.getString("type"),
                        row.getString("revision"),
                        row.getString("payload"),
                        row.getString("tenant"),
                        row.getString("command"),
                        row.getString("correlation"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    private record Row(
            long position,
            String type,
            String revision,
            String payload,
            String tenant,
            String command,
            String correlation,
            Instant at) {}
}
