package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.now;
import static dev.parley.infra.eventlog.Facts.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Envelope;
import dev.parley.api.RequestRefusal;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What waits is stored together; what becomes of one append is nobody else's business. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupCommitTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static RunningStore store;
    private static EngineUnderTest log;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> appends = new ArrayList<>();
    private final String stream = newStream();

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        store = RunningStore.on(
                database,
                EngineUnderTest.quietly(
                        "parley.log.lock-timeout=20s",
                        "parley.log.statement-timeout=20s",
                        "parley.log.answer-within=20s"));
        log = EngineUnderTest.ours(database, store);
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @AfterEach
    void isSound() {
        WholeLog.of(log.superuser()).mustBeSound();
        threads.close();
    }

    @Test
    void what_waited_is_stored_in_one_commit() throws Exception {
        var before = appender().status();

        whileNobodyMayCommit(() -> {
            for (var n = 0; n < 50; n++) submit(List.of(fact(newStream(), 0, "" + n)));
        });

        for (var append : appends) append.get();
        assertThat(appender().status().commits() - before.commits()).isEqualTo(2);
    }

    @Test
    void each_of_a_batch_learns_its_own_outcome() throws Exception {
        log.append(facts(stream, 0, 2));
        var repeated = fact(newStream(), 0, "repeated");
        log.append(repeated);
        var neighbours = new ArrayList<String>();

        whileNobodyMayCommit(() -> {
            for (var bad : List.of(
                    List.of(fact(stream, 1, "taken")),
                    List.of(fact(stream, 0, "begins again")),
                    List.of(fact(stream, 5, "leaves a hole")),
                    List.of(fact(newStream(), 0, "same command", repeated.getMetaData(), now())),
                    List.of(fact(
                            newStream(),
                            0,
                            "breaks the statement",
                            envelope().and(Envelope.CORRELATION_ID, "\0"),
                            now())),
                    together(fact(newStream(), 0, "fine"), fact(stream, 1, "not fine")))) {
                neighbours.add(neighbour());
                submit(bad);
            }
            neighbours.add(neighbour());
        });

        fails(1, ConcurrencyException.class);
        fails(3, AggregateStreamCreationException.class);
        fails(5, ConcurrencyException.class);
        fails(7, CommandRepeated.class);
        fails(9, EventStoreException.class);
        fails(11, ConcurrencyException.class);
        for (var n = 0; n < appends.size(); n += 2) appends.get(n).get();
        assertThat(neighbours)
                .allSatisfy(neighbour -> assertThat(log.titles(neighbour)).containsExactly("neighbour"));
        assertThat(log.titles(stream)).containsExactly("0", "1");
    }

    /** Which of them comes first is a matter of chance; that one does, and the others are told, is not. */
    @Test
    void of_those_in_one_batch_that_want_one_place_one_gets_it() throws Exception {
        whileNobodyMayCommit(() -> {
            for (var n = 0; n < 10; n++) submit(List.of(fact(stream, 0, "racer " + n)));
        });

        assertThat(appends.stream().filter(GroupCommitTest::stored)).hasSize(1);
        assertThat(log.titles(stream)).hasSize(1);
    }

    @Test
    void a_command_that_comes_twice_in_one_batch_is_carried_out_once() throws Exception {
        var envelope = envelope();

        whileNobodyMayCommit(() -> {
            for (var n = 0; n < 5; n++) submit(List.of(fact(newStream(), 0, "" + n, envelope, now())));
        });

        assertThat(appends.stream().filter(GroupCommitTest::stored)).hasSize(1);
    }

    @Test
    void one_may_follow_another_in_the_same_batch() throws Exception {
        whileNobodyMayCommit(() -> {
            for (var n = 0; n < 3; n++) {
                var waiting = appender().status().waiting();
                submit(facts(stream, 2L * n, 2));
                await().atMost(LONG).until(() -> appender().status().waiting() == waiting + 1);
            }
        });

        for (var append : appends) append.get();
        assertThat(log.titles(stream)).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void what_cannot_be_written_down_never_reaches_the_others() {
        assertThatThrownBy(() -> log.append(fact(stream, 0, "x".repeat(2 << 20))))
                .satisfies(Facts.refusedAs(RequestRefusal.EVENT_TOO_LARGE));
        assertThatThrownBy(() -> log.append(fact(stream, 0, "x", envelope().and(Envelope.TENANT_ID, "nobody"), now())))
                .isInstanceOf(IllegalArgumentException.class);

        log.append(fact(stream, 0, "neighbour"));
        assertThat(log.titles(stream)).containsExactly("neighbour");
    }

    /** While somebody else holds the head: the first append waits for it, and everything behind gathers. */
    private void whileNobodyMayCommit(Runnable work) throws SQLException {
        try (var holder = log.superuser().getConnection();
                var sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("select from parley.event_log_head for update");
            appends.add(threads.submit(() -> log.append(fact(newStream(), 0, "first"))));
            await().atMost(LONG).until(this::somebodyWaits);
            work.run();
            await().atMost(LONG).until(() -> appender().status().waiting() == appends.size() - 1);
            holder.commit();
        }
        appends.removeFirst();
    }

    private boolean somebodyWaits() {
        return log.admin()
                        .sql(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                == 1;
    }

    private String neighbour() {
        var neighbour = newStream();
        submit(List.of(fact(neighbour, 0, "neighbour")));
        return neighbour;
    }

    private void submit(List<? extends EventMessage<?>> events) {
        appends.add(threads.submit(() -> log.append(events)));
    }

    private void fails(int append, Class<? extends Throwable> with) {
        assertThatThrownBy(() -> appends.get(append).get()).cause().isExactlyInstanceOf(with);
    }

    private static boolean stored(Future<?> append) {
        await().atMost(LONG).until(append::isDone);
        return append.state() == Future.State.SUCCESS;
    }

    private static Appender appender() {
        return store.the(Appender.class);
    }
}
