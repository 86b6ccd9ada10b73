package dev.parley.infra.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackoffTest {
    private static final Duration first = Duration.ofSeconds(2);
    private static final Duration longest = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "8, PT4M16S", "9, PT8M32S", "10, PT10M", "1000000, PT10M"})
    void its_bound_doubles_up_to_the_longest(int failures, Duration bound) {
        assertThat(pause(failures, bound.toMillis() - 1)).isEqualTo(bound);
        assertThat(pause(failures, 0)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void what_failed_together_comes_back_spread_over_the_whole_time() {
        var backoff = new Backoff(first, longest, new Random(4711));
        var pauses = IntStream.range(0, 4_000)
                .mapToLong(_ -> backoff.after(8).toMillis())
                .toArray();
        for (var quarter = 0; quarter < 4; quarter++) {
            var from = quarter * 64_000L;
            assertThat(Arrays.stream(pauses).filter(it -> it > from && it <= from + 64_000))
                    .as("between %d and %d ms", from, from + 64_000)
                    .hasSizeBetween(850, 1_150);
        }
    }

    /** With chance's answer given; it is asked for nothing beyond the bound. */
    private static Duration pause(int failures, long answer) {
        RandomGenerator chance = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("not asked for any number");
            }

            @Override
            public long nextLong(long bound) {
                assertThat(answer).isLessThan(bound);
                return answer;
            }
        };
        return new Backoff(first, longest, chance).after(failures);
    }
}
