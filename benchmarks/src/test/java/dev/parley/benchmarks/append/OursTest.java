package dev.parley.benchmarks.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.benchmarks.Database;
import dev.parley.command.benchmark.Conversation;
import dev.parley.infra.eventlog.LogReader;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Benchmarks are run seldom, and the sides they are made of change often: nobody would notice for weeks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OursTest {
    @Test
    void the_store_of_the_benchmarks_still_starts_and_decides_by_itself_and_beside_a_server() throws Exception {
        try (var database = new Database()) {
            try (var store = Ours.store(database.url())) {
                assertThat(eventsAfterOneCommand(store)).isEqualTo(1);
            }
            try (var store = Ours.commandsOnly(database.url())) {
                assertThat(eventsAfterOneCommand(store)).isEqualTo(2);
            }
        }
    }

    private static long eventsAfterOneCommand(ConfigurableApplicationContext store) {
        var command = new Conversation.Say(new Story().next(), Story.SPEAKER, Instant.now());
        assertThat(store.getBean(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
        return store.getBean(LogReader.class).head();
    }
}
