package smallhouse;

import dev.parley.api.Actor;
import java.time.Instant;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A real server with the edge, the gates, the demo mailbox and nearly nothing else: who passes a gate finds 404. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    ReactiveWebSecurityAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class
})
@ComponentScan({"dev.parley.infra.http", "dev.parley.infra.identity", "dev.parley.infra.mail"})
public class Gates {

    @Bean
    MovableClock clock() {
        return new MovableClock(Instant.parse("2026-11-30T08:00:00Z"));
    }

    /** Nobody answers here. */
    @Bean
    QueryGateway queries() {
        return DefaultQueryGateway.builder()
                .queryBus(SimpleQueryBus.builder().build())
                .build();
    }

    @RestController
    static class Echo {
        @GetMapping("/api/v1/leads/who")
        Actor who(@AuthenticationPrincipal Actor by) {
            return by;
        }
    }
}
