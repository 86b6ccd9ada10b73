package dev.parley.saga;

import dev.parley.api.Command;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.utils.CallbackBehavior;
import org.axonframework.test.utils.RecordingCommandBus;

/** Stands in for the deciding side: remembers what it was asked, and accepts everything that a test does not refuse. */
public final class DecidingSide implements CallbackBehavior {
    private final Map<Class<?>, Consumer<Object>> answers = new HashMap<>();
    private final RecordingCommandBus bus = new RecordingCommandBus();

    public DecidingSide() {
        bus.setCallbackBehavior(this);
    }

    /** From now on it says no to every such command. */
    public DecidingSide refuse(Class<? extends Command> command, Refusal reason) {
        answers.put(command, _ -> {
            throw new Refused(reason);
        });
        return this;
    }

    /** From now on such commands have this consequence. */
    public <C extends Command> DecidingSide when(Class<C> command, Consumer<C> consequence) {
        answers.put(command, asked -> consequence.accept(command.cast(asked)));
        return this;
    }

    public Commands commands() {
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), Duration.ofSeconds(5));
    }

    /** Everything it was asked, in order. */
    public List<Command> asked() {
        return bus.getDispatchedCommands().stream()
                .map(CommandMessage::getPayload)
                .map(Command.class::cast)
                .toList();
    }

    public <C extends Command> List<C> asked(Class<C> command) {
        return asked().stream().filter(command::isInstance).map(command::cast).toList();
    }

    @Override
    public Object handle(Object command, MetaData metaData) {
        answers.getOrDefault(command.getClass(), _ -> {}).accept(command);
        return 0L;
    }
}
