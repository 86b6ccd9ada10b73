package dev.parley.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Before anybody is told no, looks whether that rests on what this node remembers and others have changed since. */
class SecondLook implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;

    SecondLook(EventStore events) {
        this.events = events;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Exception no) {
            Recollections.ofThisCommand().confirmAll(events);
            throw no;
        }
    }
}
