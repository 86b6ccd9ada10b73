package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.RequestRefusal;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** When the connection breaks, only the log knows what became of the batch, and it is asked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostConnectionTest {
    /** Words that only this statement of the appender has. */
    private static final String GROUP_COMMIT = "statement_timestamp()";

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String LOCK_OF_THE_HEAD = "for update";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String stream = newStream();
    private String database;
    private Wire wire;
    private EngineUnderTest log;

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        wire = new Wire(database);
        log = EngineUnderTest.ours(
                database,
                RunningStore.on(
                        wire.url(),
                        EngineUnderTest.quietly("parley.log.answer-within=2s", "parley.log.idle-in-transaction=1s")));
    }

    @AfterEach
    void stop() throws Exception {
        wire.up();
        WholeLog.of(log.superuser()).mustBeSound();
        threads.close();
        log.close();
        wire.close();
    }

    @Test
    void a_group_commit_whose_answer_was_lost_is_found_and_acknowledged() {
        log.append(facts(stream, 0, 2));
        wire.swallowAnswerTo(GROUP_COMMIT);

        log.append(facts(stream, 2, 3));

        mustHold("0", "1", "2", "3", "4");
        assertThat(LastAppend.take()).hasValue(5);
    }

    @Test
    void a_transaction_whose_commit_was_not_answered_is_found_and_acknowledged() {
        wire.swallowAnswerTo("COMMIT");

        log.append(facts(stream, 0, 2));

        mustHold("0", "1");
        assertThat(LastAppend.take()).hasValue(2);
    }

    @Test
    void a_batch_that_was_cut_off_before_its_commit_is_stored_once() throws Exception {
        log.append(fact(stream, 0, "0"));
        try (var slow = new SlowDisk(log)) {
            var append = threads.submit(() -> log.append(fact(stream, 1, "1")));
            slow.awaitSomebody();
            log.cutAppender();
            slow.release();
            append.get(20, TimeUnit.SECONDS);
        }

        mustHold("0", "1");
    }

    /** Somebody else may have gone on with the stream meanwhile: then this append has lost the race, and is told so. */
    @Test
    void whoever_was_cut_off_before_the_commit_may_lose_the_race() throws Exception {
        log.append(fact(stream, 0, "0"));
        try (var other = EngineUnderTest.oursOn(database);
                var slow = new SlowDisk(log)) {
            var append = threads.submit(() -> log.append(fact(stream, 1, "slow")));
            slow.awaitSomebody();
            wire.down();
            log.cutAppender();
            slow.release();
            slow.close();
            other.append(fact(stream, 1, "quick"));
            wire.up();

            assertThatThrownBy(() -> append.get(20, TimeUnit.SECONDS)).cause().isInstanceOf(ConcurrencyException.class);
        }
        mustHold("0", "quick");
    }

    @Test
    void while_the_database_is_away_nothing_is_stored_and_nothing_acknowledged() {
        log.append(fact(stream, 0, "before"));
        wire.down();
        assertThatThrownBy(() -> log.append(fact(newStream(), 0, "finds out")))
                .satisfies(refusedAs(RequestRefusal.NO_ANSWER_IN_TIME));

        assertThatThrownBy(() -> log.append(fact(stream, 1, "never left")))
                .satisfies(refusedAs(RequestRefusal.STORE_UNAVAILABLE));

        wire.up();
        log.append(fact(stream, 1, "after"));
        mustHold("before", "after");
    }

    @Test
    void when_the_database_goes_away_in_the_middle_nobody_knows() {
        log.append(fact(stream, 0, "before"));
        wire.breakDownAfter(GROUP_COMMIT);

        assertThatThrownBy(() -> log.append(fact(stream, 1, "stored, as it turns out")))
                .satisfies(refusedAs(RequestRefusal.NO_ANSWER_IN_TIME));

        assertThat(stored()).isEqualTo(2);
    }

    /** It holds the head and says nothing more, as a stopped process or a pulled cable does. */
    @Test
    void a_frozen_node_is_cut_off_and_stores_its_append_when_it_wakes_up() throws Exception {
        var others = newStream();
        try (var other = EngineUnderTest.oursOn(database)) {
            wire.freezeAfter(LOCK_OF_THE_HEAD);
            var append = threads.submit(() -> log.append(fact(stream, 0, "frozen")));
            wire.awaitFrozen();

            other.append(fact(others, 0, "alive"));
            assertThat(append).isNotDone();

            wire.thaw();
            assertThat(append).succeedsWithin(20, TimeUnit.SECONDS);
        }
        assertThat(WholeLog.of(log.superuser()).rows())
                .extracting(LogRow::stream)
                .containsExactly(others, stream);
    }

    /** The pool finds out one by one which of its connections are gone, too. */
    private void mustHold(String... titles) {
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(log.titles(stream)).containsExactly(titles));
    }

    private long stored() {
        return log.admin()
                .sql("select count(*) from parley.event_log")
                .query(Long.class)
                .single();
    }
}
