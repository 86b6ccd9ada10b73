package dev.parley.infra.store.processing;

import dev.parley.api.Concern;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;

/**
 * What must wait when an event for a saga cannot be handled: whatever concerns the same meeting, from whichever stream. Text, so
 * that it means the same on every node and after a restart; Axon 4.13.0's own policies answer with an object of one JVM.
 */
final class SagaSequence {
    private SagaSequence() {}

    static String of(EventMessage<?> event) {
        return Objects.requireNonNullElse(Concern.of(event.getPayload()), event.getIdentifier());
    }
}
