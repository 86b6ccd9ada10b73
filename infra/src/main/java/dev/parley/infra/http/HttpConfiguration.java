package dev.parley.infra.http;

import dev.parley.api.WireFormat;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** What stands between the network and the controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, CrowdSettings.class})
class HttpConfiguration {

    /** Boot adds it to the mapper that writes answers. */
    @Bean
    WireFormat wireFormat() {
        return new WireFormat();
    }

    @Bean
    ProblemAnswers problemAnswers(JsonMapper json) {
        return new ProblemAnswers(json);
    }

    @Bean
    ProblemHandler problemHandler(ProblemAnswers answers, Clock clock) {
        return new ProblemHandler(answers, clock);
    }

    @Bean
    BoundedBodies boundedBodies(HttpSettings settings, ProblemAnswers answers) {
        return new BoundedBodies(settings, answers);
    }

    @Bean
    Crowd crowd(CrowdSettings settings, ProblemAnswers answers, Clock clock) {
        return new Crowd(settings, answers, clock);
    }

    @Bean
    GuardingHeaders guardingHeaders() {
        return new GuardingHeaders();
    }

    @Bean
    Page page(HttpSettings settings) {
        return new Page(settings.page());
    }

    @Bean
    RouterFunction<ServerResponse> pageRoutes(Page page) {
        return page.routes();
    }

    @Bean
    WebFluxConfigurer readsStrictlyAndServesFiles(HttpSettings settings, Page page) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs()
                        .maxInMemorySize(Math.toIntExact(settings.maxBody().toBytes()));
                codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(StrictJson.mapper(settings)));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                page.files(registry);
            }
        };
    }
}
