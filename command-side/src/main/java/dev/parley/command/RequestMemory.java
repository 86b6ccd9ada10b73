package dev.parley.command;

import dev.parley.api.Recall;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes {@link Recall}, of which nothing is to be decided: the bus answers whatever is repeated. */
@Component
class RequestMemory {

    @CommandHandler
    void handle(Recall command) {}
}
