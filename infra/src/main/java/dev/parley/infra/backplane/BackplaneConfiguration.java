package dev.parley.infra.backplane;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.signaling.backplane.Backplane;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices between the rooms of several nodes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackplaneSettings.class)
class BackplaneConfiguration {

    @Bean
    Backplane backplane(DedicatedConnections connections, BackplaneSettings settings) {
        return new PostgresBackplane(connections::open, settings);
    }
}
