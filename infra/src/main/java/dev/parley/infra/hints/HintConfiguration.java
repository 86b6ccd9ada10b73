package dev.parley.infra.hints;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.query.Hints;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hints between nodes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HintSettings.class)
class HintConfiguration {

    @Bean
    Hints hints(DedicatedConnections connections, HintSettings settings) {
        return new PostgresHints(connections, settings);
    }
}
