package dev.parley.infra.store.bus;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.retire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.ShapeRefusal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryLostRacesTest {
    private static final RuntimeException LOST = new ConcurrencyException("somebody was faster");

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final RetryLostRaces retry = new RetryLostRaces(later, 3, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    @Test
    void tries_again_after_a_lost_race_but_not_for_ever() {
        assertThat(retries(LOST, 1, Map.of())).isTrue();
        assertThat(retries(LOST, 3, Map.of())).isTrue();
        assertThat(retries(LOST, 4, Map.of())).isFalse();
        assertThat(retries(new AggregateStreamCreationException("created twice"), 1, Map.of()))
                .isTrue();
    }

    @Test
    void leaves_it_to_the_sender_who_expected_a_version() {
        assertThat(retries(LOST, 1, Map.of(Envelope.EXPECTED_VERSION, 3L))).isFalse();
    }

    @Test
    void takes_no_for_an_answer() {
        assertThat(retries(new Refused(ShapeRefusal.MISSING), 1, Map.of())).isFalse();
        assertThat(retries(new IllegalStateException("broken"), 1, Map.of())).isFalse();
    }

    @Test
    void gives_up_when_the_application_stops() {
        later.shutdownNow();

        assertThat(retries(LOST, 1, Map.of())).isFalse();
    }

    private boolean retries(RuntimeException failure, int failures, Map<String, ?> metadata) {
        var command = new GenericCommandMessage<>(retire(book("retried")), metadata);
        @SuppressWarnings("unchecked")
        Class<? extends Throwable>[] chain = new Class[] {failure.getClass()};
        return retry.scheduleRetry(command, failure, Collections.nCopies(failures, chain), () -> {});
    }
}
