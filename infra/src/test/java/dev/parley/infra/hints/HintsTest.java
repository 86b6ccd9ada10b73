package dev.parley.infra.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Samples;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.query.Hints;
import dev.parley.query.Hints.Hint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.BaseSubscriber;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HintsTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private static final List<String> IMPATIENT = List.of("parley.hints.unread=256");

    private static RunningStore here;
    private static RunningStore there;

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        here = RunningStore.on(url, IMPATIENT);
        there = RunningStore.on(url, IMPATIENT);
        await().atMost(LONG).until(() -> listeners() == 2);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void are_heard_on_every_node_in_one_order() {
        var heardHere = follow(here, "ordered");
        var heardThere = follow(there, "ordered");

        for (var i = 0; i < 200; i++) changed(i % 2 == 0 ? here : there, hint("ordered " + i, i));

        await().atMost(LONG).until(() -> heardHere.size() == 200 && heardThere.size() == 200);
        assertThat(heardHere).containsExactlyElementsOf(heardThere);
    }

    @Test
    void are_told_after_the_commit_and_once_for_each_row() {
        var heard = follow(there, "changed");

        new TransactionTemplate(here.the(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            here.the(Hints.class).changed(hint("changed twice", 1));
            here.the(Hints.class).changed(hint("changed once", 2));
            here.the(Hints.class).changed(hint("changed twice", 3));
        });

        await().atMost(LONG).until(() -> heard.size() >= 2);
        assertThat(heard).containsExactly(hint("changed once", 2), hint("changed twice", 3));
    }

    @Test
    void are_not_told_when_the_unit_of_work_fails() {
        var heard = follow(there, "doubtful");

        new TransactionTemplate(here.the(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            here.the(Hints.class).changed(hint("doubtful, never happened", 1));
            status.setRollbackOnly();
        });
        changed(here, hint("doubtful, happened", 2));

        await().atMost(LONG).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(hint("doubtful, happened", 2));
    }

    @Test
    void streams_end_when_hints_may_have_been_lost_and_begin_again() {
        var ended = new AtomicBoolean();
        there.the(Hints.class).stream().doOnComplete(() -> ended.set(true)).subscribe();

        here.sql()
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'parley-hint-%' and datname = current_database()")
                .query(Boolean.class)
                .list();

        await().atMost(LONG).untilTrue(ended);
        await().atMost(LONG).until(() -> listeners() == 2);
        var heard = follow(there, "after the storm");
        await().atMost(LONG).until(() -> {
            changed(here, hint("after the storm", 1));
            return !heard.isEmpty();
        });
    }

    @Test
    void a_subscriber_who_does_not_read_holds_up_nobody_and_is_told() {
        var slow = new BaseSubscriber<Hint>() {
            private volatile boolean failed;

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(Hint hint) {
                // and asks for no more
            }

            @Override
            protected void hookOnError(Throwable failure) {
                failed = true;
            }
        };
        there.the(Hints.class).stream().subscribe(slow);
        var quick = follow(there, "fast");

        for (var i = 0; i < 2_000; i++) {
            changed(here, hint("fast " + i, i));
            if (i % 100 == 99) {
                var sent = i + 1;
                await().atMost(LONG).until(() -> quick.size() == sent);
            }
        }

        slow.requestUnbounded();
        await().atMost(LONG).until(() -> slow.failed);
    }

    @Test
    void what_a_broken_connection_could_not_carry_is_sent_again() {
        var heard = follow(there, "resent");
        changed(here, hint("resent 1", 1));
        await().atMost(LONG).until(() -> heard.size() == 1);

        here.sql()
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley-hint-sender' and datname = current_database()")
                .query(Boolean.class)
                .list();
        changed(here, hint("resent 2", 2));

        await().atMost(LONG).until(() -> heard.contains(hint("resent 2", 2)));
    }

    @Test
    void streams_end_when_a_sender_had_to_forget_some() {
        var ended = new AtomicBoolean();
        there.the(Hints.class).stream().doOnComplete(() -> ended.set(true)).subscribe();

        here.sql()
                .sql("select pg_notify('parley_hints', 'lost')")
                .query((_, _) -> "")
                .list();

        await().atMost(LONG).untilTrue(ended);
    }

    @Test
    void many_hints_are_cut_to_what_a_notification_can_carry() {
        var format = new HintFormat();
        var many = IntStream.range(0, 500).mapToObj(i -> hint("büro " + i, i)).toList();

        var payloads = format.payloads(many);

        assertThat(payloads)
                .hasSizeGreaterThan(1)
                .allSatisfy(p -> assertThat(p.getBytes()).hasSizeLessThan(8_000));
        assertThat(payloads.stream().flatMap(p -> format.read(p).stream())).containsExactlyElementsOf(many);
    }

    private static void changed(RunningStore node, Hint hint) {
        node.the(Hints.class).changed(hint);
    }

    private static Hint hint(String key, long position) {
        return new Hint(Samples.demo, "agenda", key, position);
    }

    private static List<Hint> follow(RunningStore node, String keys) {
        var heard = new CopyOnWriteArrayList<Hint>();
        node.the(Hints.class).stream()
                .filter(hint -> hint.key().startsWith(keys))
                .subscribe(heard::add);
        return heard;
    }

    private static long listeners() {
        return here.sql()
                .sql(
                        "select count(*) from pg_stat_activity where application_name = 'parley-hint-listener' and datname = current_database() and query = 'listen parley_hints'")
                .query(Long.class)
                .single();
    }
}
