package dev.parley.infra.zones;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Before any bean is made: what has once looked at a zone keeps the rules that it saw. */
final class ZonesAtStart implements EnvironmentPostProcessor {
    /** Where the state waits for {@link ZonesConfiguration}. */
    static final String STATE = "parley.zones.state";

    private final Log log;

    ZonesAtStart(DeferredLogFactory logs) {
        this.log = logs.getLog(ZonesAtStart.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var home = Path.of(environment.getProperty("parley.home", ".parley"));
        var instead = Optional.ofNullable(environment.getProperty("parley.zones.shipped"))
                .map(Path::of);
        var state = ZoneRulesInForce.enact(home, instead);
        state.unused().forEach(one -> log.warn("Zone rules in " + one.file() + " are not used: " + one.reason()));
        environment.getPropertySources().addLast(new MapPropertySource("zones", Map.of(STATE, state)));
    }
}
