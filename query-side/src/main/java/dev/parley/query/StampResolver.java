package dev.parley.query;

import dev.parley.api.Envelope;
import dev.parley.api.TenantId;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Stamp} from an event message. Axon finds it through {@code META-INF/services}. */
public final class StampResolver implements ParameterResolverFactory, ParameterResolver<Stamp> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Stamp.class ? this : null;
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof EventMessage;
    }

    @Override
    public Stamp resolveParameterValue(Message<?> message) {
        var event = (EventMessage<?>) message;
        return new Stamp(
                tenantOf(event),
                event.getTimestamp(),
                event instanceof DomainEventMessage<?> fact ? fact.getSequenceNumber() : 0,
                positionOf(event),
                ReplayToken.isReplay(event));
    }

    private static TenantId tenantOf(EventMessage<?> event) {
        if (event.getMetaData().get(Envelope.TENANT_ID) instanceof String tenant) return TenantId.of(tenant);
        throw new IllegalStateException("an event without a tenant: " + event.getIdentifier());
    }

    /** A letter that is read again from the dead has no position; nobody waits for it. */
    private static long positionOf(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }
}
