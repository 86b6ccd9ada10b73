package dev.parley.infra.store.bus;

import dev.parley.api.Envelope;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message hands on to those sent while it is handled. A command gives its events its whole envelope; an event gives
 * the commands it leads to only the thread (correlation) and itself as their cause: they have an actor of their own.
 */
final class HandEnvelopeOn implements CorrelationDataProvider {
    private static final Set<String> OF_A_COMMAND = Set.of(
            Envelope.TENANT_ID,
            Envelope.ACTOR_ID,
            Envelope.ACTOR_NAME,
            Envelope.ACTOR_TYPE,
            Envelope.COMMAND_ID,
            Envelope.CORRELATION_ID,
            Envelope.CAUSATION_ID,
            Envelope.APP_VERSION,
            Envelope.REQUEST_HASH);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return message instanceof CommandMessage<?> command ? ofACommand(command.getMetaData()) : ofAnEvent(message);
    }

    /** Asked for every message that a command leads to, and mostly its metadata are the envelope and nothing else. */
    private static Map<String, ?> ofACommand(MetaData metadata) {
        return OF_A_COMMAND.containsAll(metadata.keySet())
                ? metadata
                : metadata.subset(OF_A_COMMAND.toArray(String[]::new));
    }

    private static Map<String, ?> ofAnEvent(Message<?> message) {
        var causation = MetaData.with(Envelope.CAUSATION_ID, message.getIdentifier());
        var correlation = message.getMetaData().get(Envelope.CORRELATION_ID);
        return correlation == null ? causation : causation.and(Envelope.CORRELATION_ID, correlation);
    }
}
