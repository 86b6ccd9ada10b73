package dev.parley.command;

import static dev.parley.api.Samples.alice;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.WireFormat;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where Alice hands in her requests to one controller. Refusals come back as status, code, field and line. */
public final class Counter {
    private final WebTestClient http;

    private Counter(WebTestClient http) {
        this.http = http;
    }

    public static Counter of(Object controller) {
        return new Counter(WebTestClient.bindToController(controller)
                .controllerAdvice(new Refusals())
                .webFilter(new NamesOfRequests())
                .httpMessageCodecs(Counter::asOnTheWire)
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new AliceAsks()))
                .build());
    }

    /** Constants with dashes. */
    private static void asOnTheWire(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(WireFormat.mapper()));
    }

    public WebTestClient http() {
        return http;
    }

    /** With {@code If-Match: *}. */
    public WebTestClient.ResponseSpec post(String path, String json) {
        return http.post()
                .uri("/api/v1" + path)
                .header(HttpHeaders.IF_MATCH, "*")
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .bodyValue(json)
                .exchange();
    }

    public WebTestClient.ResponseSpec patch(String path, String version, String json) {
        return http.patch()
                .uri("/api/v1" + path)
                .header(HttpHeaders.IF_MATCH, version)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .bodyValue(json)
                .exchange();
    }

    public static BodyContentSpec refused(WebTestClient.ResponseSpec answer, int status, String code, String field) {
        return answer.expectStatus().isEqualTo(status).expectBody().json("""
                {"code":"%s","field":"%s"}""".formatted(code, field));
    }

    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler
        ResponseEntity<Map<String, Object>> on(Refused refused) {
            var status = switch (refused.refusal().kind()) {
                case MALFORMED -> HttpStatus.BAD_REQUEST;
                case FORBIDDEN -> HttpStatus.FORBIDDEN;
                case UNKNOWN -> HttpStatus.NOT_FOUND;
                case CONFLICT -> HttpStatus.CONFLICT;
                case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
                case STALE -> HttpStatus.PRECONDITION_FAILED;
                case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                case UNCONDITIONAL -> HttpStatus.PRECONDITION_REQUIRED;
                case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
                case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            };
            return ResponseEntity.status(status)
                    .body(Map.of(
                            "code",
                            refused.refusal().name(),
                            "field",
                            refused.field().orElse(""),
                            "line",
                            refused.line().orElse(0)));
        }
    }

    private static class AliceAsks implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return Mono.just(alice);
        }
    }
}
