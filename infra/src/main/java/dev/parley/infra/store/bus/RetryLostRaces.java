package dev.parley.infra.store.bus;

import dev.parley.api.Envelope;
import dev.parley.api.OutOfDate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends a command again after it lost a race for a stream. Not one that says which version it expects: its sender decided by
 * what that version shows, so the sender must look again. That a command names no version is what marks it as commutative
 * (ADR 0018). Whatever it says, a command is sent again that was decided on what this node wrongly remembered.
 */
final class RetryLostRaces implements RetryScheduler {
    private final ScheduledExecutorService later;
    private final int atMost;
    private final Duration pause;

    RetryLostRaces(ScheduledExecutorService later, int atMost, Duration pause) {
        this.later = later;
        this.atMost = atMost;
        this.pause = pause;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable send) {
        if (!isLostRace(failure)) return false;
        if (failures.size() > atMost) return false;
        if (failure instanceof OutOfDate) return isSentAfter(0, send);
        if (command.getMetaData().containsKey(Envelope.EXPECTED_VERSION)) return false;
        return isSentAfter(pauseBefore(failures.size()), send);
    }

    private boolean isSentAfter(long millis, Runnable send) {
        try {
            later.schedule(send, millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException shuttingDown) {
            return false;
        }
    }

    private long pauseBefore(int attempt) {
        return ThreadLocalRandom.current().nextLong(1, 1 + (pause.toMillis() << Math.min(attempt, 10)));
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
