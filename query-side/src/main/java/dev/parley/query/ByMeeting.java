package dev.parley.query;

import dev.parley.api.Concern;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What concerns one meeting is handled in the order of the log, whichever stream it comes from: the page of a meeting shows
 * its interview, so both must never be written at the same time. Meetings are independent of each other.
 */
final class ByMeeting implements SequencingPolicy<EventMessage<?>> {

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        return Concern.of(message.getPayload());
    }
}
