package dev.parley.infra.eventlog;

import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppendTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Append first = append();
    private final Append second = append();
    private final Append third = append();

    @Test
    void each_of_a_batch_hears_its_own_answer() {
        var answers = List.of(waiting(first), waiting(second), waiting(third));
        first.storedAt(7);
        second.failed(new IllegalStateException("lost a race"));
        third.storedAt(9);
        Append.tell(List.of(first, second, third));
        assertThat(answers.get(0)).succeedsWithin(SOON).isEqualTo(7L);
        assertThat(answers.get(1)).failsWithin(SOON).withThrowableThat().withMessageContaining("lost a race");
        assertThat(answers.get(2)).succeedsWithin(SOON).isEqualTo(9L);
    }

    /** The first of the batch has its answer and is gone; it cannot tell anybody any more. */
    @Test
    void who_is_decided_later_hears_it_though_the_first_was_told_before() {
        var batch = List.of(first, second, third);
        first.failed(new IllegalStateException("too late"));
        Append.tell(batch);
        assertThat(waiting(first)).failsWithin(SOON);
        second.storedAt(8);
        third.storedAt(9);
        Append.tell(batch);
        assertThat(waiting(second)).succeedsWithin(SOON).isEqualTo(8L);
        assertThat(waiting(third)).succeedsWithin(SOON).isEqualTo(9L);
    }

    @Test
    void one_that_comes_to_wait_after_it_was_told_tells_the_others_too() {
        first.storedAt(1);
        second.storedAt(2);
        Append.tell(List.of(first, second));
        var other = waiting(second);
        assertThat(waiting(first)).succeedsWithin(SOON).isEqualTo(1L);
        assertThat(other).succeedsWithin(SOON).isEqualTo(2L);
    }

    @Test
    void the_others_hear_it_though_the_first_has_given_up() {
        assertThat(waiting(first, Duration.ofMillis(1)))
                .failsWithin(SOON)
                .withThrowableThat()
                .withCause(new Refused(NO_ANSWER_IN_TIME));
        first.storedAt(1);
        second.storedAt(2);
        Append.tell(List.of(first, second));
        assertThat(waiting(second)).succeedsWithin(SOON).isEqualTo(2L);
    }

    @Test
    void what_was_stored_cannot_fail_any_more() {
        first.storedAt(5);
        first.failed(new IllegalStateException("a bug afterwards"));
        Append.tell(List.of(first));
        assertThat(waiting(first)).succeedsWithin(SOON).isEqualTo(5L);
    }

    private static Append append() {
        return new Append(List.of(), System.nanoTime() + SOON.toNanos());
    }

    private static CompletableFuture<Long> waiting(Append append) {
        return waiting(append, SOON);
    }

    private static CompletableFuture<Long> waiting(Append append, Duration atMost) {
        var answer = new CompletableFuture<Long>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(append.await(atMost));
            } catch (ExecutionException e) {
                answer.completeExceptionally(e.getCause());
            }
        });
        return answer;
    }
}
