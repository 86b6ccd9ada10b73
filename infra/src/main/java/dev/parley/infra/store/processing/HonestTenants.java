package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.TenantLie;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A group without dead letters has no place for an event that lies about its tenant, and must not believe it either. */
final class HonestTenants implements MessageHandlerInterceptor<EventMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(HonestTenants.class);

    private final String group;

    HonestTenants(String group) {
        this.group = group;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var event = work.getMessage();
        if (DeadLetters.hold(group) || !TenantLie.isIn(event)) return chain.proceed();
        LOG.error("{} leaves out event {}, which lies about its tenant", group, event.getIdentifier());
        return null;
    }
}
