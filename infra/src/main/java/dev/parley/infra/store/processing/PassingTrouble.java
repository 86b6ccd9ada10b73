package dev.parley.infra.store.processing;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Tells an event that cannot be handled from a database that cannot be reached, or commands that are not taken, just now. The first goes to the dead letters,
 * so that only its own stream waits; for the second the whole batch is tried again, for nothing is wrong with any event.
 */
final class PassingTrouble implements EnqueuePolicy<EventMessage<?>> {
    /** SQLSTATE classes: connection, rollback (deadlock), resources, lock not available, operator (shutdown), system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (isPassing(cause)) throw new TryAgain(cause);
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    static boolean isPassing(Throwable failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
                .anyMatch(PassingTrouble::passes);
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case InterruptedException _, TimeoutException _, RejectedExecutionException _, ConcurrencyException _ ->
                true;
            case Refused refused -> refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
            case SQLException sql ->
                sql.getSQLState() == null || PASSING.contains(sql.getSQLState().substring(0, 2));
            default -> false;
        };
    }

    /** Rolls the batch back; the processor takes it up again after a pause. */
    static final class TryAgain extends RuntimeException {
        TryAgain(Throwable cause) {
            super("This passes; the batch is tried again", cause);
        }
    }
}
