package dev.parley.infra.zones;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of the rules, and which meetings they concern. */
@Configuration(proxyBeanMethods = false)
class ZonesConfiguration {

    @Bean
    ZoneState zoneState(Environment environment) {
        return environment.getRequiredProperty(ZonesAtStart.STATE, ZoneState.class);
    }

    @Bean
    AgendaOfAllTenants futureMeetings(DataSource dataSource) {
        return new AgendaOfAllTenants(JdbcClient.create(dataSource));
    }

    @Bean
    Gauge zoneRulesGauge(ZoneState state, ObjectProvider<MeterRegistry> meters) {
        return Gauge.builder("parley.zones.rules", () -> 1)
                .description("The rules of time zones in force, by their tag")
                .tag("tzdb", state.tzdb())
                .register(meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
