package dev.parley.command;

import static dev.parley.api.RequestRefusal.CHANGED_MEANWHILE;
import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.RequestRefusal.STAFF_ONLY;
import static dev.parley.api.RequestRefusal.TOO_BUSY;
import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The one way by which controllers give commands: for people of the sales team only, in bounded time, and answered in the
 * words of the house. The gateway tries again when another node was faster. Never blocks, provided the bus does not.
 */
public class Commands {
    private final CommandGateway gateway;
    private final AnsweringSettings answering;

    public Commands(CommandGateway gateway, AnsweringSettings answering) {
        this.gateway = gateway;
        this.answering = answering;
    }

    /** Gives a command that makes something new, or that may meet its target in any version. */
    public Mono<Receipt> send(Command command) {
        return send(command, IfMatch.ANY);
    }

    /** Gives a command that is carried out only if its target still has the version that the client saw. */
    public Mono<Receipt> send(Command command, IfMatch version) {
        return dispatch(command, version).map(Receipt::of);
    }

    /** Gives a command that changes nothing and answers with what it found. */
    public <T> Mono<T> ask(Command command, Class<T> answer) {
        return ask(command, IfMatch.ANY, answer);
    }

    /** As {@link #ask(Command, Class)}, but only if its target still has the version that the client saw. */
    public <T> Mono<T> ask(Command command, IfMatch version, Class<T> answer) {
        return dispatch(command, version).map(result -> answer.cast(result.getPayload()));
    }

    private Mono<CommandResultMessage<?>> dispatch(Command command, IfMatch version) {
        if (command.by().kind() != Actor.Kind.USER) return Mono.error(new Refused(STAFF_ONLY));
        var message = GenericCommandMessage.<Command>asCommandMessage(command).andMetaData(version.metadata());
        return Mono.<CommandResultMessage<?>>create(sink -> give(message, sink))
                .timeout(answering.within())
                .onErrorMap(TimeoutException.class, late -> new Refused(NO_ANSWER_IN_TIME))
                .onErrorMap(RejectedExecutionException.class, crowded -> new Refused(TOO_BUSY))
                .onErrorMap(ConflictingModificationException.class, stale -> new Refused(VERSION_IS_STALE))
                .onErrorMap(Commands::anotherWasFaster, lost -> new Refused(lostRace(version)));
    }

    private void give(CommandMessage<Command> message, MonoSink<CommandResultMessage<?>> sink) {
        gateway.<CommandMessage<Command>, Object>send(message, (given, result) -> {
            if (result.isExceptional()) sink.error(result.exceptionResult());
            else sink.success(result);
        });
    }

    private static boolean anotherWasFaster(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    private static RequestRefusal lostRace(IfMatch version) {
        return version.equals(IfMatch.ANY) ? CHANGED_MEANWHILE : VERSION_IS_STALE;
    }
}
