package dev.parley.infra.store.bus;

import static dev.parley.api.RequestRefusal.HISTORY_UNREADABLE;

import dev.parley.api.Refused;
import dev.parley.infra.eventlog.UnreadableEvent;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nobody decides on half a history: a command to a thing of which this version cannot read every event is refused. Not as
 * something that passes, or a saga that sends such a command would wait for it, and all other meetings with it.
 */
final class UnreadableHistory implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableHistory.class);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (UnreadableEvent e) {
            LOG.error("{} is refused: {}", work.getMessage().getCommandName(), e.getMessage());
            throw new Refused(HISTORY_UNREADABLE);
        }
    }
}
