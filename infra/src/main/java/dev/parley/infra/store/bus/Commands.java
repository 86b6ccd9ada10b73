package dev.parley.infra.store.bus;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.api.Accepted;
import dev.parley.api.Envelope;
import dev.parley.infra.eventlog.LastAppend;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command bus. Callers never block; an accepted command's answer says how far the log was after its commit, and a repeated
 * one's how far it was then.
 */
final class Commands extends AsynchronousCommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final FirstAnswers firstAnswers;
    private final LongSupplier head;

    Commands(Builder builder, FirstAnswers firstAnswers, LongSupplier head) {
        super(builder);
        this.firstAnswers = firstAnswers;
        this.head = head;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        try {
            super.<C, R>handle(
                    command, handler, (message, result) -> callback.onResult(message, told(message, result)));
        } catch (RejectedExecutionException overloaded) {
            callback.onResult(command, asCommandResultMessage(overloaded));
        }
    }

    /** Called after the commit, in the thread that waited for it. */
    @SuppressWarnings("unchecked")
    private <R> CommandResultMessage<R> told(CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        var answer = (CommandResultMessage<R>) result;
        var stored = LastAppend.take();
        if (stored.isPresent() && !answer.isExceptional()) return at(answer, stored.getAsLong());
        return firstAnswers
                .to(command, answer)
                .map(first -> (CommandResultMessage<R>) first)
                .orElseGet(() -> decidedNow(answer, stored));
    }

    /** Whoever is told that there was nothing to do may wait until a view shows why. */
    private <R> CommandResultMessage<R> decidedNow(CommandResultMessage<R> answer, OptionalLong stored) {
        if (answer.isExceptional() || !saysVersion(answer.getPayload())) return answer;
        try {
            return at(answer, stored.isPresent() ? stored.getAsLong() : head.getAsLong());
        } catch (RuntimeException databaseIsAway) {
            LOG.warn("A command was answered, but the log's position is not to be had", databaseIsAway);
            return answer;
        }
    }

    private static boolean saysVersion(@Nullable Object payload) {
        return payload instanceof Number || payload instanceof Accepted;
    }

    private static <R> CommandResultMessage<R> at(CommandResultMessage<R> answer, long position) {
        return answer.andMetaData(MetaData.with(Envelope.POSITION, position));
    }
}
