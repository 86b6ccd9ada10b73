package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
    private final AtomicInteger read = new AtomicInteger();

    @Test
    void follow_each_other_to_the_end() {
        StepVerifier.create(pages(25))
                .expectNextSequence(IntStream.rangeClosed(1, 25).boxed().toList())
                .verifyComplete();
        assertThat(read).hasValue(3);
    }

    @Test
    void end_after_a_last_page_that_is_full() {
        StepVerifier.create(pages(20)).expectNextCount(20).verifyComplete();
    }

    @Test
    void are_none_where_there_is_nothing() {
        StepVerifier.create(pages(0)).verifyComplete();
    }

    @Test
    void are_not_read_before_somebody_wants_them() {
        StepVerifier.create(pages(1_000_000), 0)
                .thenRequest(5)
                .expectNextCount(5)
                .then(() -> assertThat(read.get()).isLessThanOrEqualTo(2))
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(read.get()).isLessThanOrEqualTo(3))
                .thenCancel()
                .verify();
    }

    @Test
    void do_not_pile_up_on_the_stack() {
        StepVerifier.create(pages(200_000).count()).expectNext(200_000L).verifyComplete();
    }

    /** Numbers from 1 in pages of ten. */
    private Flux<Integer> pages(int last) {
        return Pages.of(10, (Optional<Integer> before) -> {
            read.incrementAndGet();
            var from = before.orElse(0) + 1;
            return Flux.fromStream(
                    IntStream.rangeClosed(from, Math.min(last, from + 9)).boxed());
        });
    }
}
