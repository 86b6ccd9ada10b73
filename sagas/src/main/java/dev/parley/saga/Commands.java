package dev.parley.saga;

import dev.parley.api.Command;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the deciding side for something and waits for its answer, with a bound. A refusal is an answer: the world has moved on
 * and most processes need not care. Anything else that goes wrong is thrown, so that whoever called tries again.
 */
public final class Commands {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final Duration patience;

    public Commands(CommandGateway gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    public Reply send(Command command) {
        try {
            gateway.sendAndWait(command, patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(Optional.empty());
        } catch (RuntimeException e) {
            var refused = refusalIn(e).orElseThrow(() -> e);
            log.debug("{} was refused: {}", command.getClass().getSimpleName(), refused);
            return new Reply(Optional.of(refused.refusal()));
        }
    }

    /** What the deciding side said. */
    public record Reply(Optional<Refusal> refusal) {
        public boolean accepted() {
            return refusal.isEmpty();
        }

        public boolean refusedAs(Refusal reason) {
            return refusal.filter(said -> said.name().equals(reason.name())).isPresent();
        }
    }

    private static Optional<Refused> refusalIn(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst();
    }
}
