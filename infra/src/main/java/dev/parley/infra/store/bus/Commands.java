package dev.parley.infra.store.bus;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.api.Envelope;
import dev.parley.infra.eventlog.LastAppend;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command bus. Callers never block; an accepted command's answer says how far the log was after its commit. */
final class Commands extends AsynchronousCommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final LongSupplier head;

    Commands(Builder builder, LongSupplier head) {
        super(builder);
        this.head = head;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        try {
            super.<C, R>handle(command, handler, (message, result) -> callback.onResult(message, positioned(result)));
        } catch (RejectedExecutionException overloaded) {
            callback.onResult(command, asCommandResultMessage(overloaded));
        }
    }

    /** Called after the commit: whoever waits until a view has reached this position sees the command's effect there. */
    @SuppressWarnings("unchecked")
    private <R> CommandResultMessage<R> positioned(CommandResultMessage<? extends R> result) {
        var answer = (CommandResultMessage<R>) result;
        if (answer.isExceptional()) return answer;
        try {
            return answer.andMetaData(
                    MetaData.with(Envelope.POSITION, LastAppend.take().orElseGet(head)));
        } catch (RuntimeException databaseIsAway) {
            // It is committed: whoever waits must hear so, even if nobody can say how far the log is by now.
            LOG.warn("A command was stored, but the log's position is not to be had", databaseIsAway);
            return answer;
        }
    }
}
