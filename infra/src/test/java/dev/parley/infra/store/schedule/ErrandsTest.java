package dev.parley.infra.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.Errands.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrandsTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final List<String> IMPATIENT =
            List.of("parley.errands.attempts=3", "parley.errands.first-pause=20ms", "parley.errands.poll=100ms");

    private static String url;
    private static RunningStore store;

    @BeforeAll
    static void start() {
        url = TestDatabase.fresh();
        store = RunningStore.on(url, IMPATIENT, Postman.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    /** It loads classes and reads resources, and a virtual thread that waits for the jar's lock keeps its carrier from all others. */
    @Test
    void is_carried_out_outside_any_transaction_on_a_platform_thread() {
        send("simple", 0);

        await().atMost(LONG).until(() -> Postman.delivered.contains("simple"));
        assertThat(Postman.manners).containsEntry("simple", "platform, free");
    }

    @Test
    void is_not_sent_when_the_unit_of_work_fails() {
        assertThatThrownBy(() -> transactions().executeWithoutResult(_ -> {
                    send("regretted", 0);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(waiting("regretted")).isZero();
    }

    @Test
    void waits_for_the_commit() {
        transactions().executeWithoutResult(_ -> {
            send("patient", 0);
            assertThat(waiting("patient")).isEqualTo(1);
            assertThat(Postman.delivered).doesNotContain("patient");
        });

        await().atMost(LONG).until(() -> Postman.delivered.contains("patient"));
    }

    @Test
    void the_same_errand_waits_once() {
        var later = Instant.now().plusSeconds(3600);
        errands().send(new Errand("mail", "twice", later, new Letter("twice", 0)));
        errands().send(new Errand("mail", "twice", later, new Letter("another text", 0)));

        assertThat(waiting("twice")).isEqualTo(1);
    }

    @Test
    void is_tried_again_until_it_succeeds() {
        send("stubborn", 2);

        await().atMost(LONG).until(() -> Postman.delivered.contains("stubborn"));
        assertThat(Postman.tried("stubborn")).isEqualTo(3);
        assertThat(Postman.givenUp).doesNotContain("stubborn");
    }

    @Test
    void is_given_up_once_in_the_end() {
        send("hopeless", 99);

        await().atMost(LONG).until(() -> waiting("hopeless") == 0);
        assertThat(Postman.tried("hopeless")).isEqualTo(3);
        assertThat(Postman.givenUp).containsOnlyOnce("hopeless");
    }

    @Test
    void giving_up_is_repeated_when_it_fails_itself() {
        Postman.deafTo = "unheard";
        send("unheard", 99);

        await().atMost(LONG).until(() -> Postman.givenUp.contains("unheard"));
        await().atMost(LONG).until(() -> waiting("unheard") == 0);
        assertThat(Postman.tried("unheard")).isEqualTo(3);
    }

    /** Polling alone would not see it within the test's patience. */
    @Test
    void is_noticed_when_it_becomes_due_soon() {
        var own = TestDatabase.fresh();
        try (var sleepy = RunningStore.on(own, List.of("parley.errands.poll=5m"), Postman.class)) {
            sleepy.the(Errands.class)
                    .send(new Errand("mail", "soon", Instant.now().plusMillis(700), new Letter("soon", 0)));

            await().atMost(LONG).until(() -> Postman.delivered.contains("soon"));
        }
    }

    @Test
    void goes_first_when_people_wait_for_it() {
        var own = List.of("parley.errands.poll=100ms", "parley.errands.at-once=1");
        try (var busy = RunningStore.on(TestDatabase.fresh(), own, Postman.class)) {
            var errands = busy.the(Errands.class);
            new TransactionTemplate(busy.the(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
                var now = busy.the(Clock.class).instant();
                for (var i = 0; i < 30; i++)
                    errands.send(new Errand("mail", "burst " + i, now, new Letter("burst " + i, 0)));
                errands.send(new Errand("mail", "urgent", now, new Letter("urgent", 0), Urgency.PEOPLE_WAIT));
            });

            await().atMost(LONG).until(() -> Postman.delivered.contains("burst 29"));
        }
        assertThat(Postman.delivered.stream().filter(key -> key.startsWith("burst") || key.equals("urgent")))
                .startsWith("urgent");
    }

    @Test
    void survives_a_restart() {
        var own = TestDatabase.fresh();
        try (var before = RunningStore.on(own, IMPATIENT, Postman.class)) {
            before.the(Errands.class)
                    .send(new Errand("mail", "survivor", Instant.now().plusSeconds(2), new Letter("survivor", 0)));
        }
        assertThat(Postman.delivered).doesNotContain("survivor");

        try (var _ = RunningStore.on(own, IMPATIENT, Postman.class)) {
            await().atMost(LONG).until(() -> Postman.delivered.contains("survivor"));
        }
    }

    @Test
    void two_nodes_carry_each_errand_out_once() {
        try (var _ = RunningStore.on(url, IMPATIENT, Postman.class)) {
            IntStream.range(0, 50).forEach(i -> send("shared " + i, 0));

            await().atMost(LONG)
                    .until(() -> Postman.delivered.stream()
                                            .filter(key -> key.startsWith("shared"))
                                            .count()
                                    >= 50
                            && waiting("shared%") == 0);
            assertThat(IntStream.range(0, 50).map(i -> Postman.tried("shared " + i)))
                    .containsOnly(1);
        }
    }

    private static void send(String key, int failures) {
        errands().send(new Errand("mail", key, store.the(Clock.class).instant(), new Letter(key, failures)));
    }

    private static Errands errands() {
        return store.the(Errands.class);
    }

    private static TransactionTemplate transactions() {
        return new TransactionTemplate(store.the(PlatformTransactionManager.class));
    }

    private static long waiting(String key) {
        return store.sql()
                .sql("select count(*) from errand where task_instance like ?")
                .param("mail|" + key)
                .query(Long.class)
                .single();
    }

    record Letter(String key, int failures) {}

    /** Delivers letters; loses each as often as it says. */
    static class Postman implements ErrandHandler<Letter> {
        static final List<String> delivered = new CopyOnWriteArrayList<>();
        static final List<String> givenUp = new CopyOnWriteArrayList<>();
        static final Map<String, Integer> attempts = new ConcurrentHashMap<>();
        static final Map<String, String> manners = new ConcurrentHashMap<>();
        static volatile String deafTo = "";

        static int tried(String key) {
            return attempts.getOrDefault(key, 0);
        }

        @Override
        public String kind() {
            return "mail";
        }

        @Override
        public Class<Letter> payload() {
            return Letter.class;
        }

        @Override
        public void carryOut(Letter letter) {
            manners.put(
                    letter.key(),
                    (Thread.currentThread().isVirtual() ? "virtual" : "platform") + ", "
                            + (TransactionSynchronizationManager.isActualTransactionActive() ? "bound" : "free"));
            if (attempts.merge(letter.key(), 1, Integer::sum) <= letter.failures())
                throw new IllegalStateException("lost on the way");
            delivered.add(letter.key());
        }

        @Override
        public void giveUp(Letter letter, Exception cause) {
            if (letter.key().equals(deafTo)) {
                deafTo = "";
                throw new IllegalStateException("nobody listens");
            }
            givenUp.add(letter.key());
        }
    }
}
