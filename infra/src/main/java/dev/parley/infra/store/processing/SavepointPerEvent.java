package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.TenantLie;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * After a failed statement PostgreSQL refuses everything until the rollback, the dead letter too: a single bad row would stop
 * its whole view for ever. So each handler with dead letters works behind a savepoint.
 */
final class SavepointPerEvent implements HandlerEnhancerDefinition {
    private static final TransactionDefinition SAVEPOINT =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final PlatformTransactionManager transactions;

    SavepointPerEvent(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> handler) {
        if (!handler.hasAnnotation(EventHandler.class)) return handler;
        var group =
                Optional.ofNullable(AnnotationUtils.findAnnotation(handler.declaringClass(), ProcessingGroup.class));
        if (group.filter(found -> DeadLetters.hold(found.value())).isEmpty()) return handler;
        return new Behind<>(handler);
    }

    private final class Behind<T> extends WrappedMessageHandlingMember<T> {
        Behind(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            if (message instanceof EventMessage<?> event) TenantLie.refuse(event);
            var savepoint = transactions.getTransaction(SAVEPOINT);
            try {
                var result = super.handle(message, target);
                transactions.commit(savepoint);
                return result;
            } catch (Exception e) {
                if (!savepoint.isCompleted()) transactions.rollback(savepoint);
                throw e;
            }
        }
    }
}
