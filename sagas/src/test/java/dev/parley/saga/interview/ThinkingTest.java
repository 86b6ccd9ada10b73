package dev.parley.saga.interview;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThinkingTest {

    @Test
    void that_is_over_in_time_is_not_said_aloud() throws InterruptedException {
        var said = new CountDownLatch(1);
        Thinking.aloudAfter(Duration.ofMillis(20), said::countDown).close();
        assertThat(said.await(200, MILLISECONDS)).isFalse();
    }

    @Test
    void that_is_being_said_aloud_is_said_to_its_end() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        try (var _ = Thinking.aloudAfter(Duration.ZERO, () -> {
            begun.countDown();
            ended.set(isOver(mayEnd));
        })) {
            begun.await();
            Thread.startVirtualThread(mayEnd::countDown);
        }
        assertThat(ended).isTrue();
    }

    private static boolean isOver(CountDownLatch wait) {
        try {
            return wait.await(10_000, MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
