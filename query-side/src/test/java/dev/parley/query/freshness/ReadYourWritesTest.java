package dev.parley.query.freshness;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ViewRefusal.VIEW_IS_BEHIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadYourWritesTest {
    private final AtomicLong reached = new AtomicLong(10);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicInteger questions = new AtomicInteger();
    private final ViewPositions views = new ViewPositions() {
        @Override
        public long reached() {
            looks.incrementAndGet();
            return reached.get();
        }

        @Override
        public void somebodyWaits() {
            questions.incrementAndGet();
        }
    };
    private final FreshnessSettings settings = new FreshnessSettings(Duration.ofSeconds(5), Duration.ofMillis(10));

    @Test
    void answers_at_once_who_names_no_position_or_one_that_is_reached() {
        StepVerifier.create(asked(null)).verifyComplete();
        StepVerifier.create(asked("10")).verifyComplete();

        assertThat(answered).isTrue();
        assertThat(looks).hasValue(1);
        assertThat(questions).hasValue(0);
    }

    @Test
    void waits_until_the_views_have_reached_the_position() {
        StepVerifier.withVirtualTime(() -> asked("11"))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> assertThat(answered).isFalse())
                .then(() -> reached.set(11))
                .thenAwait(Duration.ofMillis(10))
                .verifyComplete();

        assertThat(answered).isTrue();
    }

    @Test
    void refuses_when_the_views_take_too_long() {
        StepVerifier.withVirtualTime(() -> asked("11"))
                .expectSubscription()
                .thenAwait(settings.atMost())
                .verifyErrorSatisfies(
                        error -> assertThat(((Refused) error).refusal()).isEqualTo(VIEW_IS_BEHIND));

        assertThat(answered).isFalse();
    }

    @Test
    void looks_once_for_all_who_wait_and_never_when_nobody_waits() {
        StepVerifier.withVirtualTime(() -> {
                    var filter = filter();
                    return Mono.when(asked(filter, "11"), asked(filter, "12"), asked(filter, "13"));
                })
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> assertThat(looks.get()).isBetween(95, 105))
                .then(() -> assertThat(questions.get()).isBetween(95, 105))
                .then(() -> reached.set(13))
                .thenAwait(Duration.ofMillis(10))
                .then(() -> looks.set(0))
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> assertThat(looks).hasValue(0))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "99999999999999999999", "1; drop table"})
    void refuses_what_is_no_position(String position) {
        StepVerifier.create(asked(position)).verifyErrorSatisfies(error -> {
            assertThat(((Refused) error).refusal()).isEqualTo(MALFORMED_NUMBER);
            assertThat(((Refused) error).field()).contains("X-Parley-Position");
        });
    }

    private Mono<Void> asked(@Nullable String position) {
        return asked(filter(), position);
    }

    private Mono<Void> asked(ReadYourWrites filter, @Nullable String position) {
        var request = MockServerHttpRequest.get("/api/v1/agenda");
        if (position != null) request.header("X-Parley-Position", position);
        return filter.filter(MockServerWebExchange.from(request), _ -> Mono.fromRunnable(() -> answered.set(true)));
    }

    private ReadYourWrites filter() {
        return new ReadYourWrites(views, settings);
    }
}
