package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Two transactions append; the one that came first commits last. Axon's stock engine remembers the gap that its reader passed, but
 * only while the event behind it looks younger than a minute to the reader's clock (measured as M1).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SkippedEventsTest {
    private static EngineUnderTest stock;

    private Clock clock;

    @BeforeAll
    static void start() {
        stock = StockEngine.start();
    }

    @AfterAll
    static void stop() throws Exception {
        stock.close();
    }

    @BeforeEach
    void keepClock() {
        clock = GenericEventMessage.clock;
    }

    @AfterEach
    void restoreClock() {
        GenericEventMessage.clock = clock;
    }

    @Test
    void stock_delivers_both_while_the_clocks_agree() throws Exception {
        assertThat(seenByAReader(now())).containsExactly("quick", "slow");
    }

    @Test
    void stock_skips_one_for_ever_when_the_reader_s_clock_is_a_minute_ahead() throws Exception {
        GenericEventMessage.clock = Clock.offset(clock, Duration.ofSeconds(61));

        assertThat(seenByAReader(now())).containsExactly("quick");
    }

    @Test
    void stock_skips_one_for_ever_when_the_other_s_handler_took_minutes() throws Exception {
        assertThat(seenByAReader(now().minusSeconds(120))).containsExactly("quick");
    }

    /** @param at what the event that is committed first says of its time */
    private static List<String> seenByAReader(Instant at) throws Exception {
        var slow = newStream();
        var token = stock.head();
        var seen = new ArrayList<String>();
        var hasAppended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slowOne = threads.submit(() -> stock.inTransaction(() -> {
                stock.append(fact(slow, 0, "slow"));
                hasAppended.countDown();
                awaitQuietly(mayCommit);
            }));
            hasAppended.await(10, TimeUnit.SECONDS);
            stock.append(fact(newStream(), 0, "quick", envelope(), at));
            for (var event : stock.after(token)) {
                seen.add(Facts.titleOf(event));
                token = event.trackingToken();
            }
            mayCommit.countDown();
            slowOne.get(10, TimeUnit.SECONDS);
        }
        assertThat(stock.titles(slow)).as("it is committed").containsExactly("slow");
        for (var event : stock.after(token)) seen.add(Facts.titleOf(event));
        return seen;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
