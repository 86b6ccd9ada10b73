package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.now;
import static dev.parley.infra.eventlog.Facts.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Envelope;
import dev.parley.api.RequestRefusal;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import smallhouse.DriftingClock;

/** Whatever the log does not want or cannot take is refused with its reason, and nothing of it is stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedAppendsTest {
    private static final int ROOM = 5;
    private static final String MORE_THAN_HALF = "x".repeat(9 << 10);
    private static final DriftingClock CLOCK = new DriftingClock();

    private static Clock clockBefore;
    private static RunningStore store;
    private static EngineUnderTest log;

    private final String stream = newStream();

    /** No @Configuration, which those who scan this package would take up. */
    static class Drifting {
        @Bean
        @Primary
        Clock drifting() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void start() {
        clockBefore = GenericEventMessage.clock;
        var database = TestDatabase.fresh();
        store = RunningStore.on(
                database,
                EngineUnderTest.quietly(
                        "parley.log.waiting=" + ROOM, "parley.log.waiting-bytes=16KB", "parley.log.lock-timeout=3s"),
                Drifting.class);
        log = EngineUnderTest.ours(database, store);
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
        GenericEventMessage.clock = clockBefore;
    }

    @BeforeEach
    void begin() {
        CLOCK.isRight();
        log.append(facts(stream, 0, 2));
    }

    /** Refused or not: the next append is taken as if nothing had been. */
    @AfterEach
    void goesOn() {
        CLOCK.isRight();
        log.append(fact(stream, 2, "2"));
        assertThat(log.titles(stream)).containsExactly("0", "1", "2");
        assertThat(appender().status().waitingBytes()).isZero();
        WholeLog.of(log.superuser()).mustBeSound();
    }

    @Test
    void a_command_that_was_carried_out_before() {
        var envelope = envelope();
        log.append(fact(newStream(), 0, "first answer", envelope, now()));

        assertThatThrownBy(() -> log.append(fact(stream, 2, "again", envelope, now())))
                .isInstanceOfSatisfying(CommandRepeated.class, repeated -> {
                    assertThat(repeated.commandId()).hasToString(envelope.get(Envelope.COMMAND_ID) + "");
                    assertThat(repeated.tenantId()).hasToString(envelope.get(Envelope.TENANT_ID) + "");
                });
    }

    /** Ids are the clients' own choice, so those of another tenant are nobody's business. */
    @Test
    void but_not_the_same_id_from_another_tenant() {
        var envelope = envelope();
        log.append(fact(newStream(), 0, "one tenant", envelope, now()));
        var elsewhere = newStream();

        log.append(fact(
                elsewhere,
                0,
                "another",
                envelope.and(Envelope.TENANT_ID, UUID.randomUUID().toString()),
                now()));

        assertThat(log.titles(elsewhere)).containsExactly("another");
    }

    @Test
    void an_event_from_the_future_or_from_long_ago() {
        for (var at : new Instant[] {now().plusSeconds(30), now().minus(Duration.ofMinutes(2))})
            assertThatThrownBy(() -> log.append(fact(stream, 2, "2", envelope(), at)))
                    .satisfies(refusedAs(RequestRefusal.CLOCK_IS_OFF));
    }

    @Test
    void everything_from_a_node_whose_clock_is_off() {
        for (var drift : new Duration[] {Duration.ofSeconds(30), Duration.ofSeconds(-30)}) {
            CLOCK.drifts(drift);

            assertThatThrownBy(() -> log.append(fact(stream, 2, "2", envelope(), CLOCK.instant())))
                    .satisfies(refusedAs(RequestRefusal.CLOCK_IS_OFF));
        }
    }

    @Test
    void everything_while_the_disk_is_full() {
        try (var _ = Obstacle.put(
                log.admin(),
                "raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';")) {
            assertThatThrownBy(() -> log.append(fact(stream, 2, "2")))
                    .satisfies(refusedAs(RequestRefusal.STORE_UNAVAILABLE));
        }
    }

    @Test
    void everything_while_somebody_keeps_the_head_too_long() throws SQLException {
        try (var _ = holdingTheHead()) {
            assertThatThrownBy(() -> log.append(fact(stream, 2, "2")))
                    .satisfies(refusedAs(RequestRefusal.STORE_UNAVAILABLE));
        }
    }

    @Test
    void what_there_is_no_room_for() throws Exception {
        var waiting = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var slow = new SlowDisk(log)) {
            waiting.add(append(threads));
            slow.awaitSomebody();
            for (var n = 0; n < ROOM; n++) waiting.add(append(threads));
            await().until(() -> appender().status().waiting() == ROOM);

            assertThatThrownBy(() -> log.append(fact(stream, 2, "2"))).satisfies(refusedAs(RequestRefusal.TOO_BUSY));
            slow.release();
        }
        for (var taken : waiting.subList(1, waiting.size())) taken.get();
    }

    @Test
    void what_is_too_large_for_the_bytes_that_may_wait_though_something_small_is_not() throws Exception {
        var waiting = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var slow = new SlowDisk(log)) {
            waiting.add(append(threads));
            slow.awaitSomebody();
            waiting.add(threads.submit(() -> log.append(fact(newStream(), 0, MORE_THAN_HALF))));
            await().until(() -> appender().status().waitingBytes() > MORE_THAN_HALF.length());

            for (var n = 0; n < 3; n++)
                assertThatThrownBy(() -> log.append(fact(stream, 2, MORE_THAN_HALF)))
                        .satisfies(refusedAs(RequestRefusal.TOO_BUSY));
            waiting.add(append(threads));
            await().until(() -> appender().status().waiting() == 2);
            slow.release();
        }
        for (var taken : waiting) taken.get();
        log.append(fact(newStream(), 0, MORE_THAN_HALF));
    }

    private static Appender appender() {
        return store.the(Appender.class);
    }

    private static Future<?> append(ExecutorService threads) {
        return threads.submit(() -> log.append(fact(newStream(), 0, "waits")));
    }

    private static Connection holdingTheHead() throws SQLException {
        var holder = log.superuser().getConnection();
        holder.setAutoCommit(false);
        holder.createStatement().execute("select from parley.event_log_head for update");
        return holder;
    }
}
