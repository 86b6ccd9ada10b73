package dev.parley.query;

import static dev.parley.api.Samples.*;

import dev.parley.api.Actor;
import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TenantNames;
import dev.parley.api.WireFormat;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.NoGuestLinks;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.query.calendarfeed.FeedDocument;
import dev.parley.query.calendarledger.EntryNames;
import dev.parley.query.freshness.ViewPositions;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The whole side behind HTTP, as it is seen by whoever is signed in. */
final class SideOverHttp implements AutoCloseable {
    private final AnnotationConfigApplicationContext side = new AnnotationConfigApplicationContext();
    private final Views views;
    final KnownBusyTimes elsewhere = new KnownBusyTimes();

    SideOverHttp(Views views) {
        this.views = views;
        var hints = new Told(views);
        side.registerBean(DataSource.class, views::writer);
        side.registerBean(ConnectionFactory.class, views::connections);
        side.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
        side.registerBean(Hints.class, () -> hints);
        side.registerBean(ViewPositions.class, Current::new);
        side.registerBean(PreferenceLinks.class, PlainPreferenceLinks::new);
        side.registerBean(OtherCalendars.class, () -> elsewhere);
        side.registerBean(TenantNames.class, () -> _ -> demo);
        side.registerBean(FeedSecrets.class, NoFeeds::new);
        side.registerBean(GuestLinks.class, NoGuestLinks::new);
        side.registerBean(
                QueryGateway.class,
                () -> DefaultQueryGateway.builder()
                        .queryBus(SimpleQueryBus.builder().build())
                        .build());
        side.registerBean(FeedDocument.class, () -> (_, entries, _) -> entries.toString());
        side.registerBean(EntryNames.class, () -> id -> id + "@parley.test");
        side.register(QuerySide.class);
        side.refresh();
    }

    /** For all views of the side. */
    Told told() {
        return new Told(views)
                .to(side.getBeansWithAnnotation(ProcessingGroup.class).values().toArray());
    }

    WebTestClient as(Actor actor) {
        var json = WireFormat.mapper();
        return WebTestClient.bindToController(side.getBeansWithAnnotation(RestController.class)
                        .values()
                        .toArray())
                .controllerAdvice(new Problems())
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new SignedIn(actor)))
                .httpMessageCodecs(codecs -> {
                    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
                })
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public void close() {
        side.close();
    }

    private record SignedIn(Actor actor) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return Mono.just(actor);
        }
    }

    private record NoFeeds() implements FeedSecrets {
        @Override
        public URI addressOf(TenantId tenant, FeedId feed, UUID seed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String hashOf(TenantId tenant, FeedId feed, UUID seed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Key> read(String secret) {
            return Optional.empty();
        }
    }

    private record Current() implements ViewPositions {
        @Override
        public long reached() {
            return Long.MAX_VALUE;
        }

        @Override
        public void somebodyWaits() {}
    }

    /** Stands in for infra's handler, as far as codes and fields go. */
    @RestControllerAdvice
    static final class Problems {
        @ExceptionHandler
        ResponseEntity<Map<String, Object>> refused(Refused refused) {
            HttpStatusCode status = switch (refused.refusal().kind()) {
                case MALFORMED -> HttpStatus.BAD_REQUEST;
                case UNKNOWN -> HttpStatus.NOT_FOUND;
                default -> HttpStatus.INTERNAL_SERVER_ERROR;
            };
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Map.of(
                            "code",
                            refused.refusal().name(),
                            "field",
                            refused.field().orElse("")));
        }
    }
}
