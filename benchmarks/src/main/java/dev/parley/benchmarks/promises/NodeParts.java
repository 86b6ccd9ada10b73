package dev.parley.benchmarks.promises;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The store as production wires it, and on top what the promises are tried with. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"dev.parley.infra.store", "dev.parley.infra.eventlog", "dev.parley.infra.hints"})
@Import({Notebook.class, Tally.class, Witness.class, Mailer.class, Sabotages.class})
class NodeParts {

    static ConfigurableApplicationContext start(List<String> settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.location=classpath:/parley-store.yml",
                "--spring.main.banner-mode=off",
                "--spring.main.register-shutdown-hook=false",
                "--logging.level.root=warn",
                "--parley.database.writers=8",
                "--parley.database.readers=2"));
        arguments.addAll(settings);
        return new SpringApplicationBuilder(NodeParts.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    @Bean
    Clock clock(@Value("${promises.clock-offset:0s}") Duration offset) {
        var clock = Clock.offset(Clock.systemUTC(), offset);
        AbstractTokenEntry.clock = clock; // by which claims of segments lapse
        return clock;
    }
}
