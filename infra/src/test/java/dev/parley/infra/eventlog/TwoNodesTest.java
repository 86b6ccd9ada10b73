package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.store.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each node has its appender; the row of the head makes one writer of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private EngineUnderTest one;
    private EngineUnderTest other;

    @BeforeEach
    void start() {
        var database = TestDatabase.fresh();
        one = EngineUnderTest.oursOn(database, "parley.log.lock-timeout=20s", "parley.log.statement-timeout=20s");
        other = EngineUnderTest.oursOn(database, "parley.log.lock-timeout=20s", "parley.log.statement-timeout=20s");
    }

    @AfterEach
    void stop() throws Exception {
        WholeLog.of(one.superuser()).mustBeSound();
        threads.close();
        one.close();
        other.close();
    }

    @Test
    void append_at_once_and_make_one_log() throws Exception {
        var appends = new ArrayList<Future<?>>();
        for (var writer = 0; writer < 8; writer++) {
            var node = writer % 2 == 0 ? one : other;
            appends.add(threads.submit(() -> {
                var stream = newStream();
                for (var n = 0; n < 40; n++) node.append(facts(stream, 3L * n, 3));
            }));
        }

        for (var append : appends) append.get();
        assertThat(WholeLog.of(one.superuser()).rows()).hasSize(8 * 40 * 3);
    }

    @Test
    void carry_a_command_out_once_that_reaches_both() throws Exception {
        for (var round = 0; round < 20; round++) {
            var envelope = envelope();
            var attempts = List.of(one, other, one, other).stream()
                    .map(node -> threads.submit(() -> node.append(fact(newStream(), 0, "once", envelope, now()))))
                    .toList();
            await().until(() -> attempts.stream().allMatch(Future::isDone));

            assertThat(attempts.stream().filter(attempt -> attempt.state() == Future.State.SUCCESS))
                    .hasSize(1);
            assertThat(attempts.stream().filter(attempt -> attempt.state() == Future.State.FAILED))
                    .allSatisfy(attempt -> assertThat(attempt.exceptionNow()).isInstanceOf(CommandRepeated.class));
        }
    }

    /** The schedule by which the stock engine loses an event (see SkippedEventsTest): here the second one waits for the first. */
    @Test
    void never_show_a_later_position_before_an_earlier_one() throws Exception {
        one.append(fact(newStream(), 0, "before"));
        other.append(fact(newStream(), 0, "before"));
        var slow = newStream();
        var token = one.head();
        try (var disk = new SlowDisk(one, "new.stream = '" + slow + "'")) {
            var slowOne = threads.submit(() -> one.append(fact(slow, 0, "slow")));
            disk.awaitSomebody();
            var quickOne = threads.submit(
                    () -> other.append(fact(newStream(), 0, "quick", envelope(), now().minusSeconds(55))));
            await().until(this::somebodyWaitsForTheHead);

            assertThat(other.after(token)).isEmpty();
            assertThat(other.head()).isEqualTo(token);

            disk.release();
            slowOne.get(20, TimeUnit.SECONDS);
            quickOne.get(20, TimeUnit.SECONDS);
        }
        assertThat(other.after(token)).extracting(Facts::titleOf).containsExactly("slow", "quick");
    }

    /** A server that flushes late by default has nothing to say here, and whoever is frozen is cut off. */
    @Test
    void flush_and_keep_their_time_limits_whatever_the_database_thinks() throws Exception {
        one.admin().sql("create table public.heard (setting text)").update();
        one.admin()
                .sql(
                        "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$")
                .update();
        one.cutAppender();
        try (var _ = Obstacle.put(one.admin(), """
                insert into public.heard select name || '=' || setting from pg_settings where name in
                    ('synchronous_commit', 'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout');""")) {
            one.append(fact(newStream(), 0, "heard"));
        }

        assertThat(one.admin()
                        .sql("select setting from public.heard")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "synchronous_commit=on",
                        "lock_timeout=20000",
                        "statement_timeout=20000",
                        "idle_in_transaction_session_timeout=3000");
    }

    private boolean somebodyWaitsForTheHead() {
        return one.admin().sql("""
                                select count(*) from pg_stat_activity where datname = current_database()
                                and application_name = 'parley-appender' and wait_event = 'transactionid'""").query(Long.class).single() == 1;
    }
}
