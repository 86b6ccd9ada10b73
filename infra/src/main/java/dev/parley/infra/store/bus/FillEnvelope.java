package dev.parley.infra.store.bus;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.WireFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Writes on every command who sends it, from the command's own words; nobody else sets these. */
final class FillEnvelope implements MessageDispatchInterceptor<CommandMessage<?>> {
    private final String appVersion;

    FillEnvelope(String appVersion) {
        this.appVersion = appVersion;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (_, message) -> message.getPayload() instanceof Command command
                ? message.andMetaData(envelope(message, command.by()))
                : message;
    }

    private Map<String, Object> envelope(CommandMessage<?> message, Actor by) {
        var given = message.getMetaData();
        var commandId = given.getOrDefault(Envelope.COMMAND_ID, message.getIdentifier());
        var envelope = new HashMap<String, Object>();
        envelope.put(Envelope.TENANT_ID, by.tenant().toString());
        envelope.put(Envelope.ACTOR_ID, by.id());
        envelope.put(Envelope.ACTOR_NAME, by.name());
        envelope.put(Envelope.ACTOR_TYPE, WireFormat.name(by.kind()));
        envelope.put(Envelope.COMMAND_ID, commandId);
        envelope.put(Envelope.CORRELATION_ID, given.getOrDefault(Envelope.CORRELATION_ID, commandId));
        envelope.put(Envelope.CAUSATION_ID, given.getOrDefault(Envelope.CAUSATION_ID, commandId));
        envelope.put(Envelope.APP_VERSION, appVersion);
        return envelope;
    }
}
