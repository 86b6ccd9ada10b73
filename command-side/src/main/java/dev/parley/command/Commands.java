package dev.parley.command;

import static dev.parley.api.RequestRefusal.CHANGED_MEANWHILE;
import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.RequestRefusal.STAFF_ONLY;
import static dev.parley.api.RequestRefusal.TOO_BUSY;
import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Recall;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
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
    private final Actor.Kind givers;

    public Commands(CommandGateway gateway, AnsweringSettings answering) {
        this(gateway, answering, Actor.Kind.USER);
    }

    private Commands(CommandGateway gateway, AnsweringSettings answering, Actor.Kind givers) {
        this.gateway = gateway;
        this.answering = answering;
        this.givers = givers;
    }

    /** For what the house itself does on behalf of people whom it does not know. */
    public Commands ofTheHouse() {
        return new Commands(gateway, answering, Actor.Kind.SYSTEM);
    }

    /** For what a model proposes. It decides nothing: aggregates know who asks them. */
    public Commands byModel() {
        return new Commands(gateway, answering, Actor.Kind.AI);
    }

    /** For what somebody decides who has no account, but a link that we signed; who they are is told by the link alone. */
    public Commands byLink() {
        return new Commands(gateway, answering, Actor.Kind.LEAD);
    }

    /** Gives a command that makes something new, or that may meet its target in any version. */
    public Mono<Receipt> send(Command command) {
        return send(command, IfMatch.ANY);
    }

    /** Gives a command that is carried out only if its target still has the version that the client saw. */
    public Mono<Receipt> send(Command command, IfMatch version) {
        return Mono.deferContextual(request ->
                dispatch(command, version, NamedRequest.in(request).map(named -> named.next(command.by()))));
    }

    /**
     * Gives a command of somebody who has no account, but a link that we signed. What the link is for is all that may be sent
     * here; who they are is told by the link, never by the request.
     */
    public Mono<Receipt> sendByLink(Command command) {
        return Mono.deferContextual(request -> given(
                        command, IfMatch.ANY, NamedRequest.in(request).map(named -> named.next(command.by())))
                .map(Receipt::of));
    }

    /**
     * Gives a command that only helps another which the request is for. The client's key does not name it: when the request is
     * repeated before that other was carried out, help is needed again.
     */
    public Mono<Receipt> sendAside(Command command) {
        return dispatch(command, IfMatch.ANY, Optional.empty());
    }

    /**
     * Does the work of a request that takes several commands, unless the client repeats what was done before: then the first
     * answer is given again, without any of the steps. It may also have come by another way, and been carried out while this
     * one was on its steps.
     */
    public Mono<Receipt> once(Actor by, Instant at, Mono<Receipt> work) {
        return Mono.deferContextual(request -> NamedRequest.in(request)
                .map(named -> recall(by, at, named))
                .map(recall -> recall.switchIfEmpty(
                        work.onErrorResume(Commands::isFinal, refused -> recall.switchIfEmpty(Mono.error(refused)))))
                .orElse(work));
    }

    private Mono<Receipt> recall(Actor by, Instant at, NamedRequest request) {
        return message(new Recall(by, at), IfMatch.ANY, Optional.of(request.first(by)))
                .filter(result -> result.getPayload() != null)
                .map(Receipt::of);
    }

    /** After a time-out the command may still be carried out, and needs what was prepared for it. */
    public static boolean isFinal(Throwable error) {
        return error instanceof Refused refused && refused.refusal().kind() != Refusal.Kind.UNAVAILABLE;
    }

    public static boolean isUnknown(Throwable error) {
        return error instanceof Refused refused && refused.refusal().kind() == Refusal.Kind.UNKNOWN;
    }

    private Mono<Receipt> dispatch(Command command, IfMatch version, Optional<MetaData> name) {
        return message(command, version, name).map(Receipt::of);
    }

    /** Gives a command that changes nothing and answers with what it found. */
    public <T> Mono<T> ask(Command command, Class<T> answer) {
        return ask(command, IfMatch.ANY, answer);
    }

    /** As {@link #ask(Command, Class)}, but only if its target still has the version that the client saw. */
    public <T> Mono<T> ask(Command command, IfMatch version, Class<T> answer) {
        return message(command, version, Optional.empty()).map(result -> answer.cast(result.getPayload()));
    }

    private Mono<CommandResultMessage<?>> message(Command command, IfMatch version, Optional<MetaData> name) {
        if (command.by().kind() != givers) return Mono.error(new Refused(STAFF_ONLY));
        return given(command, version, name);
    }

    private Mono<CommandResultMessage<?>> given(Command command, IfMatch version, Optional<MetaData> name) {
        var message = GenericCommandMessage.<Command>asCommandMessage(command)
                .andMetaData(version.metadata().mergedWith(name.orElseGet(MetaData::emptyInstance)));
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
