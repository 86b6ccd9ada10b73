package dev.parley.infra.store.processing;

import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Tries dead letters again, those of views and those of sagas. */
public final class Retries {
    private final EventProcessingConfiguration processing;
    private final SagaLetters sagas;

    Retries(EventProcessingConfiguration processing, SagaLetters sagas) {
        this.processing = processing;
        this.sagas = sagas;
    }

    /** The sequence that begins with this letter's event; true if none of it is left. */
    public boolean retry(String group, String eventId) {
        return retry(group, letter -> letter.message().getIdentifier().equals(eventId));
    }

    /** Whichever sequence has waited longest. */
    boolean retryAny(String group) {
        return retry(group, _ -> true);
    }

    private boolean retry(String group, Predicate<DeadLetter<? extends EventMessage<?>>> wanted) {
        if (sagas.hold(group)) return sagas.retry(group, wanted);
        return processing
                .sequencedDeadLetterProcessor(group)
                .map(letters -> letters.process(wanted))
                .orElse(false);
    }

    /** How many sequences wait. */
    long waiting(String group) {
        return queue(group).map(SequencedDeadLetterQueue::amountOfSequences).orElse(0L);
    }

    private Optional<SequencedDeadLetterQueue<EventMessage<?>>> queue(String group) {
        return sagas.hold(group) ? Optional.of(sagas.queue(group)) : processing.deadLetterQueue(group);
    }
}
