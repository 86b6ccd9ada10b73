package dev.parley.infra.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.interview.ModelTrouble;
import dev.parley.infra.store.RunningStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredModelCallsTest {
    private static RunningStore store;
    private static Instant now = Instant.parse("2026-12-01T18:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PlatformTransactionManager transactions = store.the(PlatformTransactionManager.class);
    private final StoredModelCalls calls = new StoredModelCalls(store.the(DataSource.class), transactions, meters);

    @BeforeAll
    static void start() {
        store = RunningStore.start();
    }

    /** Rows stay, and are of the day. */
    @BeforeEach
    void begin() {
        now = now.plus(Duration.ofDays(7));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void tell_with_what_each_was_made_and_what_it_cost() {
        calls.made(call(now, 900, 100));
        assertThat(store.sql()
                        .sql("""
                        select model || ' ' || prompt || ' ' || (parameters ->> 'maxOutputTokens') || ' ' || cost || ' ' || outcome
                        from model_call where made_at = :now
                        """)
                        .param("now", Timestamp.from(now))
                        .query(String.class)
                        .single())
                .isEqualTo("gemini-9 abc 512 0.001300000 ok");
        assertThat(meters.counter("parley.model.tokens", "model", "gemini-9", "direction", "in")
                        .count())
                .isEqualTo(900);
        assertThat(meters.counter("parley.model.cost", "model", "gemini-9").count())
                .isEqualTo(0.0013);
    }

    @Test
    void stay_on_record_when_what_they_were_for_is_undone() {
        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            calls.made(call(now, 900, 100));
            work.setRollbackOnly();
        });
        assertThat(calls.tokensSince(now)).isEqualTo(1_000);
    }

    @Test
    void of_today_count_against_the_budget_after_a_restart_and_those_of_yesterday_do_not() {
        calls.made(call(now.minus(Duration.ofDays(1)), 5_000, 5_000));
        calls.made(call(now.minus(Duration.ofHours(2)), 900, 100));
        var account = new ModelAccount(settings(2_000), Clock.fixed(now, ZoneOffset.UTC), calls);
        account.book(1_000);
        assertThatThrownBy(() -> account.book(1))
                .isInstanceOfSatisfying(
                        GeminiFailure.class,
                        failure -> assertThat(failure.trouble()).isEqualTo(ModelTrouble.BUDGET_EXHAUSTED));
    }

    private static ModelCall call(Instant at, int in, int out) {
        var parameters = Map.of("maxOutputTokens", "512");
        return new ModelCall(at, "gemini-9", "abc", parameters, in, out, 0.0013, "ok", Duration.ofMillis(7));
    }

    private static GeminiSettings settings(long tokensPerDay) {
        return new GeminiSettings(
                "the-key",
                "gemini-9",
                "http://localhost:1",
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                2,
                512,
                -1,
                tokensPerDay,
                1,
                4);
    }
}
