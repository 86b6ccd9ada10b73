package dev.parley.command;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.transcript.TranscriptCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;

/**
 * Before anybody is told no, looks whether that rests on what this node remembers and others have changed since; and whether the
 * sender saw another version, because then that is the reason to be told (RFC 9110 §13.2.2: preconditions come first).
 */
class SecondLook implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;
    private final CommandTargetResolver targets = new EnvelopeTargets();

    SecondLook(EventStore events) {
        this.events = events;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Exception no) {
            Recollections.ofThisCommand().confirmAll(events);
            if (no instanceof Refused refused && isStale(unitOfWork.getMessage(), refused))
                throw new Refused(VERSION_IS_STALE);
            throw no;
        }
    }

    /** Axon compares versions only after the handler has agreed. */
    private boolean isStale(CommandMessage<?> command, Refused refused) {
        if (!(command.getMetaData().get(Envelope.EXPECTED_VERSION) instanceof Number expected)) return false;
        if (isForbiddenToKnow(command.getPayload(), refused)) return false;
        return events.lastSequenceNumberFor(targets.resolveTarget(command).getIdentifier())
                .filter(version -> version != expected.longValue())
                .isPresent();
    }

    /** Whose thing it is not, learns nothing of its version. Transcripts look at the version themselves, and first. */
    private static boolean isForbiddenToKnow(Object command, Refused refused) {
        return command instanceof TranscriptCommand
                || UnknownThings.refusal(command)
                        .filter(refused.refusal()::equals)
                        .isPresent();
    }
}
