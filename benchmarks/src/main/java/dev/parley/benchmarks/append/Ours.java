package dev.parley.benchmarks.append;

import dev.parley.api.calendar.NothingElsewhere;
import dev.parley.api.calendar.NothingElsewhere.NobodyKnown;
import dev.parley.benchmarks.rounds.ClosedLoop;
import dev.parley.benchmarks.rounds.Orders;
import dev.parley.command.CommandSide;
import dev.parley.command.benchmark.Conversation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** Parley itself: its gateway, buses, aggregates' memory, event log and hints as they are in production. */
public final class Ours {
    private Ours() {}

    public static void serve(String url, long postmaster) throws Exception {
        try (var store = store(url)) {
            var gateway = store.getBean(CommandGateway.class);
            Orders.serve((clients, warm, seconds) ->
                    ClosedLoop.run("ours", postmaster, clients, warm, seconds, () -> client(gateway)));
        }
    }

    /** The application without its sides: what is needed to handle commands and to read the log. */
    public static ConfigurableApplicationContext store(String url) {
        return store(url, List.of());
    }

    /** The same beside a whole server, whose work it must not take: it could not do it. */
    public static ConfigurableApplicationContext commandsOnly(String url) {
        return store(url, List.of("--parley.errands.poll=10h", "--db-scheduler.polling-interval=10h"));
    }

    private static ConfigurableApplicationContext store(String url, List<String> settings) {
        var always = List.of(
                "--parley.database.url=" + url,
                "--spring.config.location=classpath:/parley-store.yml",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(always.stream(), settings.stream()).toArray(String[]::new));
    }

    private static ClosedLoop.Client client(CommandGateway gateway) {
        var story = new Story();
        return () -> gateway.send(new Conversation.Say(story.next(), Story.SPEAKER, Instant.now()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"dev.parley.infra.store", "dev.parley.infra.eventlog", "dev.parley.infra.hints"})
    @Import({CommandSide.class, NothingElsewhere.class, NobodyKnown.class})
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** They need ports that only the whole application has. */
        @Bean
        static BeanFactoryPostProcessor withoutControllers() {
            return beans -> {
                for (var controller : beans.getBeanNamesForAnnotation(RestController.class))
                    ((BeanDefinitionRegistry) beans).removeBeanDefinition(controller);
            };
        }
    }
}
