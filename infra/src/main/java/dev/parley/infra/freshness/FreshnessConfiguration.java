package dev.parley.infra.freshness;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.query.freshness.ViewPositions;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far the views are, on all nodes together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodesSettings.class)
class FreshnessConfiguration {

    @Bean
    ViewPositions viewPositions(
            DedicatedConnections connections,
            ObjectProvider<org.axonframework.config.Configuration> axon,
            Serializer serializer,
            NodesSettings settings) {
        return new ViewsOfAllNodes(connections, new LocalViews(axon), serializer, settings);
    }
}
