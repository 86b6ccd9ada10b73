package dev.parley.infra.store.bus;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Envelope;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.infra.eventlog.StoredCommands;
import dev.parley.infra.eventlog.StoredCommands.StoredCommand;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what a client repeats under its key as the first was. The events of the first are the record of it: they were stored
 * in the commit that made it true, so there is nothing that could be stored before or after it.
 */
final class FirstAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswers.class);
    private static final String KEY = "Idempotency-Key";

    private final StoredCommands stored;
    private final EventStorageEngine log;

    FirstAnswers(StoredCommands stored, EventStorageEngine log) {
        this.stored = stored;
        this.log = log;
    }

    /** Empty for a command that was not carried out before, so that its own answer stands. */
    Optional<CommandResultMessage<?>> to(CommandMessage<?> command, CommandResultMessage<?> answer) {
        var metadata = command.getMetaData();
        if (!metadata.containsKey(Envelope.REQUEST_HASH)) return Optional.empty();
        if (cannotBeKnown(answer)) return Optional.empty();
        try {
            return stored.find(id(metadata, Envelope.TENANT_ID), id(metadata, Envelope.COMMAND_ID))
                    .map(first -> saysTheSame(first, metadata) ? answer(first) : refusal());
        } catch (RuntimeException databaseIsAway) {
            LOG.warn("Whether a command was carried out before is not to be had", databaseIsAway);
            return Optional.empty();
        }
    }

    /** The log itself is out of reach, and the client is told to repeat the request anyway. */
    private static boolean cannotBeKnown(CommandResultMessage<?> answer) {
        return answer.isExceptional()
                && answer.exceptionResult() instanceof Refused refused
                && refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
    }

    private static boolean saysTheSame(StoredCommand first, MetaData metadata) {
        return Objects.equals(
                metadata.get(Envelope.REQUEST_HASH), first.metadata().get(Envelope.REQUEST_HASH));
    }

    private CommandResultMessage<?> answer(StoredCommand first) {
        return new GenericCommandResultMessage<>(payload(first), MetaData.with(Envelope.POSITION, first.position()));
    }

    private Object payload(StoredCommand first) {
        var event = log.readEvents(first.stream(), first.first()).next().getPayload();
        return event instanceof AnsweringEvent answering ? answering.answer(first.sequence()) : first.sequence();
    }

    private static CommandResultMessage<?> refusal() {
        return asCommandResultMessage(new Refused(RequestRefusal.KEY_REUSED, KEY));
    }

    private static UUID id(MetaData metadata, String key) {
        return UUID.fromString(String.valueOf(metadata.get(key)));
    }
}
