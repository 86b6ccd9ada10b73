package dev.parley.infra.store.bus;

import dev.parley.api.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message hands on to those sent while it is handled. A command gives its events its whole envelope; an event gives
 * the commands it leads to only the thread (correlation) and itself as their cause: they have an actor of their own.
 */
final class HandEnvelopeOn implements CorrelationDataProvider {
    private static final List<String> OF_A_COMMAND = List.of(
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
        var data = new HashMap<String, Object>();
        var keys = message instanceof CommandMessage<?> ? OF_A_COMMAND : List.of(Envelope.CORRELATION_ID);
        for (var key : keys) {
            var value = message.getMetaData().get(key);
            if (value != null) data.put(key, value);
        }
        if (!(message instanceof CommandMessage<?>)) data.put(Envelope.CAUSATION_ID, message.getIdentifier());
        return data;
    }
}
