package dev.parley.infra.http;

import dev.parley.api.Ids;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** The last stop of every error of every endpoint; stands before Boot's own handler, which is at -1. */
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswers answers;
    private final Clock clock;

    ProblemHandler(ProblemAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(error))
            return Mono.error(error);
        var path = exchange.getRequest().getPath().pathWithinApplication().value();
        var problem = Problems.in(error, path).orElseGet(() -> broken(exchange, error));
        return answers.write(exchange, problem);
    }

    /** The one place that logs a bug. Names the endpoint by its pattern, since an address may hold a guest's link. */
    private Problem broken(ServerWebExchange exchange, Throwable error) {
        var incident = Ids.next(clock.instant()).toString();
        var pattern =
                exchange.<Object>getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "no endpoint");
        log.error("Broken: {} {}, incident {}", exchange.getRequest().getMethod(), pattern, incident, error);
        return Problems.broken(incident);
    }
}
