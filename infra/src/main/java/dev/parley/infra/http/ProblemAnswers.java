package dev.parley.infra.http;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as answers, whatever format was asked for: an error that is not acceptable would not be heard. */
public final class ProblemAnswers {
    private final JsonMapper json;

    public ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** 401 and 403, which security answers before any controller. */
    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, Map<String, String> headers) {
        return write(exchange, StatusFaults.of(status).with(headers));
    }

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl(CacheControl.noStore());
        problem.headers().forEach(headers::set);
        var body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        headers.setContentLength(body.readableByteCount());
        return response.writeWith(Mono.just(body));
    }
}
